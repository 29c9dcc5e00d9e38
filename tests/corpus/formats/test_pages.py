import pytest

from articles.corpus.formats.interface import Unreadable
from articles.corpus.pages import LARGEST_PAGE
from articles.corpus.records import PageRecord
from tests.corpus.formats.reading import BODY, read


def test_a_page_is_one_record():
    [page] = read(f"افتتاح حديقة\n\n{BODY}\n\n{BODY}\n", "a.txt")
    assert isinstance(page, PageRecord)
    assert page.encoding == "utf-8"


@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"x" * (LARGEST_PAGE + 1)])
def test_what_is_no_page(data):
    with pytest.raises(Unreadable):
        read(data, "page")
