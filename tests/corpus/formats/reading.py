"""Files of records written for a test, and what a format reads out of them."""

import io

from articles.corpus.formats.detection import detect, format_named
from articles.corpus.formats.encodings import head_of
from articles.corpus.formats.field_names import parse_mapping
from articles.corpus.formats.interface import HEAD, Options
from articles.corpus.records import Rejection

BODY = "افتتحت البلدية أمس حديقة جديدة في الحي الغربي من المدينة."


def stream_of(data):
    return io.BufferedReader(io.BytesIO(data), HEAD)


def read(data, name, mapping=""):
    """Everything that a format, named or (by a name with a dot) detected, gives of these bytes or this text."""
    data = data.encode() if isinstance(data, str) else data
    stream = stream_of(data)
    form = detect(head_of(stream), name) if "." in name else format_named(name)
    return list(form.read(stream, name, Options(parse_mapping(mapping) if mapping else {})))


def rejections(found):
    return [(item.line, item.reason) for item in found if isinstance(item, Rejection)]


def articles(found):
    return [item for item in found if not isinstance(item, Rejection)]


def paragraphs(article):
    return [block.text for block in article.blocks]
