"""The format of our own export: JSON Lines, or a list, of articles that have `blocks` and `provenance`."""

from collections.abc import Iterator
from typing import BinaryIO

from articles.corpus.formats import json_array, json_lines
from articles.corpus.formats.encodings import head_of, utf_8_head
from articles.corpus.formats.exported_article import ExportedAppearance, ExportedArticle, ExportedLink
from articles.corpus.formats.interface import Format, Options, Read
from articles.corpus.formats.json_scanning import first_keys

__all__ = ["EXPORT", "ExportedAppearance", "ExportedArticle", "ExportedLink"]

SIGNS = {"blocks", "provenance"}
# What stands before provenance in an export, for an article whose text is longer than the head of the file.
FIRST_KEYS = ["id", "headline", "deck", "blocks"]


def recognises(head: bytes, name: str) -> bool:
    """Whether the first article is one of ours."""
    keys, is_whole = first_keys(utf_8_head(head))
    return SIGNS.issubset(keys) or (not is_whole and keys[: len(FIRST_KEYS)] == FIRST_KEYS)


def read(stream: BinaryIO, name: str, options: Options) -> Iterator[Read]:
    """ExportedArticle for each of ours; any other record is read by its fields."""
    is_list = utf_8_head(head_of(stream)).lstrip().startswith(b"[")
    return (json_array if is_list else json_lines).read(stream, name, options)


EXPORT = Format("export", recognises, read)
