"""The shapes of page that are known, one module each; a new one is added to the tuple in `articles.corpus.pages`."""
