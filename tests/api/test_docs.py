"""What docs/api.md says of the API is what its document says."""

import re

from articles.api.definition import api
from articles.taking_away.tables import COLUMNS
from articles.views.taking_away import KINDS
from tests.paths import REPO

TEXT = (REPO / "docs" / "api.md").read_text(encoding="utf-8")


def test_every_endpoint_is_described():
    table = TEXT.partition("## The API")[2].partition("```")[0]
    described = {
        name for row in re.findall(r"^\| (`.+?) \|", table, re.MULTILINE) for name in re.findall("`(.+?)`", row)
    }
    assert described == {path.removeprefix("/api/v1/") for path in api.get_openapi_schema()["paths"]}


def test_every_file_and_column_is_described():
    assert all(f".{extension}`" in TEXT for extension in KINDS)
    assert all(f"`{column}`" in TEXT for column in COLUMNS)
