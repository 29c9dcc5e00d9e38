"""Inserting rows without the cost of Django: a third of the time of `bulk_create`, for tables that grow by thousands.

Only values that were made here come this way: what Django would check or convert has been checked already.
"""

import json
from collections.abc import Callable, Iterable
from itertools import islice

from django.db import connection, models

MOST_PARAMETERS = 999  # of one statement, where the database does not say how many it takes


def insert(model: type[models.Model], columns: tuple[str, ...], values: Iterable[tuple]) -> None:
    """Insert rows of plain values whose objects and numbers nobody needs."""
    with connection.cursor() as cursor:
        cursor.executemany(statement(model, columns, 1), list(values))


def insert_rows(model: type[models.Model], rows: Iterable[dict[str, object]]) -> list[int]:
    """Insert rows of one model, each by its columns, of which those left out have their default; their numbers."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    most = (connection.features.max_query_params or MOST_PARAMETERS) // len(fields)
    columns = tuple(field.column for field in fields)
    defaults = {field.column: field.get_default() for field in fields}
    numbers, rows = [], iter(rows)
    while chunk := list(islice(rows, most)):
        values = [value for row in chunk for value in (defaults | row).values()]
        for place, field in enumerate(fields):
            if convert := plain_value(field):
                values[place :: len(fields)] = map(convert, values[place :: len(fields)])
        with connection.cursor() as cursor:
            cursor.execute(f"{statement(model, columns, len(chunk))} RETURNING id", values)
            numbers += (number for (number,) in cursor.fetchall())
    return numbers


def statement(model: type[models.Model], columns: tuple[str, ...], rows: int) -> str:
    """The statement that inserts so many rows; all names in it are those of our own tables."""
    names = ", ".join(map(connection.ops.quote_name, columns))
    places = ", ".join([f"({', '.join(['%s'] * len(columns))})"] * rows)
    return f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({names}) VALUES {places}"  # noqa: S608


def plain_value(field: models.Field) -> Callable | None:
    """What makes a field's value one that the database takes; None where it takes it as it is."""
    if isinstance(field, models.JSONField):
        return json.dumps
    if isinstance(field, models.DateTimeField):
        return connection.ops.adapt_datetimefield_value
    return connection.ops.adapt_datefield_value if isinstance(field, models.DateField) else None
