"""Light stems."""


def stem(normal_word: str) -> str:
    from articles.arabic.folding import fold

    return fold(normal_word)
