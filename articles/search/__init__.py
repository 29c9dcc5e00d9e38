"""Everything that knows Haystack or Whoosh, together with `articles.search_indexes`."""
