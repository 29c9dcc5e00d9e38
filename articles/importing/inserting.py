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


def insert_objects(objects: Iterable[models.Model]) -> None:
    """Insert objects of one model that have no number yet, and give them their numbers."""
    objects = iter(objects)
    first = next(objects, None)
    if first is None:
        return
    fields = [field for field in type(first)._meta.concrete_fields if not field.primary_key]
    most = (connection.features.max_query_params or MOST_PARAMETERS) // len(fields)
    columns = tuple(field.column for field in fields)
    readers = [(field.attname, plain_value(field)) for field in fields]
    chunk = [first, *islice(objects, most - 1)]
    while chunk:
        values = [
            convert(getattr(row, name)) if convert else getattr(row, name) for row in chunk for name, convert in readers
        ]
        with connection.cursor() as cursor:
            cursor.execute(f"{statement(type(first), columns, len(chunk))} RETURNING id", values)
            for row, (number,) in zip(chunk, cursor.fetchall(), strict=True):
                row.pk = number
                row._state.adding, row._state.db = False, connection.alias
        chunk = list(islice(objects, most))


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
