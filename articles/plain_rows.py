"""Rows as the database gives them, for what every search asks: to build a QuerySet takes ten times as long as its rows.

Of columns whose value in the database is the value itself, such as numbers and texts; dates come as SQLite writes them.
"""

from collections.abc import Collection, Sequence

from django.db import connection, models


def rows_among(model: type[models.Model], columns: Sequence[str], column: str, among: Collection) -> list[tuple]:
    """The columns of those rows whose `column` has any of these values, in no order."""
    if not among:
        return []
    quoted = connection.ops.quote_name
    names = [quoted(model._meta.get_field(name).column) for name in (*columns, column)]
    table, places = quoted(model._meta.db_table), ", ".join(["%s"] * len(among))
    statement = f"SELECT {', '.join(names[:-1])} FROM {table} WHERE {names[-1]} IN ({places})"  # noqa: S608 - our own names
    return fetch(statement, among)


def fetch(statement: str, parameters: Collection = ()) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, tuple(parameters))
        return cursor.fetchall()
