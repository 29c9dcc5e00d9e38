"""What stands above what."""

from tests.search.relevance.judgements import row

ROWS = (
    row("السكر", "sugar_headline sugar_body", order="sugar_headline sugar_body"),
    row("الملح", "salt_whole salt_excerpt", order="salt_whole salt_excerpt"),
    row("هدنة إنسانية", "near scattered", order="near scattered"),
    row("إنسانية هدنة", "near scattered"),
    row("العاملون", "written stemmed bridge salt_whole salt_excerpt", order="written stemmed"),
    row("العاملات", "written stemmed bridge salt_whole salt_excerpt", order="stemmed written"),
    row("الميناء العاملون", "written stemmed", order="written stemmed"),
)
