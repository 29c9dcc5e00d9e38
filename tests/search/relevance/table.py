"""All rows, by subject."""

from tests.search.relevance import fields_and_dates, language, names, order, words

TABLE = (*words.ROWS, *names.ROWS, *language.ROWS, *fields_and_dates.ROWS, *order.ROWS)
