"""What the documents say of the code is what the code says."""

import re

from articles.corpus.formats.field_names import KNOWN_NAMES
from tests.paths import REPO


def test_the_table_of_field_names_is_that_of_the_code():
    section = (REPO / "docs" / "importing.md").read_text(encoding="utf-8").partition("## Recognised field names")[2]
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", section.partition("\n## ")[0], re.MULTILINE)
    assert {ours: tuple(re.findall("`([^`]+)`", names)) for ours, names in rows} == KNOWN_NAMES
