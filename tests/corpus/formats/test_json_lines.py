import io
import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.formats.interface import HEAD, Options
from articles.corpus.formats.json_lines import JSON_LINES, lines
from articles.corpus.formats.json_records import LONGEST_RECORD
from tests.corpus.formats.reading import BODY, articles, paragraphs, read, rejections


def line(**fields):
    return json.dumps({"title": "افتتاح حديقة", "text": BODY} | fields, ensure_ascii=False) + "\n"


def test_each_line_is_an_article_in_its_line():
    found = read("\n" + line(title="أول") + "\n" + line(title="ثان"), "jsonl")
    assert [(article.headline, article.first_line, article.last_line) for article in found] == [
        ("أول", 2, 2),
        ("ثان", 4, 4),
    ]


def test_files_that_were_put_together_with_their_marks():
    found = read((line(title="أول").encode("utf-8-sig") + line(title="ثان").encode("utf-8-sig")), "a.jsonl")
    assert [article.headline for article in found] == ["أول", "ثان"]


def test_a_separator_before_each_record():
    found = read("\x1e" + line(title="أول") + "\x1e" + line(title="ثان"), "a.json-seq")
    assert [article.headline for article in found] == ["أول", "ثان"]


def test_a_tab_that_is_not_escaped():
    [article] = read(line(text="قبل|بعد").replace("|", "\t"), "a.jsonl")
    assert paragraphs(article) == ["قبل بعد"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_encodings(encoding):
    [article] = read(line().encode(encoding), "a.jsonl")
    assert paragraphs(article) == [BODY]


def test_a_last_line_without_its_end_and_lines_of_windows():
    found = read(line(title="أول").replace("\n", "\r\n") + line(title="ثان").strip(), "jsonl")
    assert [article.headline for article in found] == ["أول", "ثان"]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ('{"title": "نصف', "not JSON"),
        ("[1, 2]", "a list where an object"),
        ("7", "a number where an object"),
        ("null", "nothing where an object"),
        ("[" * 100_000, "nested too deeply"),
        ('{"title": ' + "9" * 5000 + "}", "more digits"),
    ],
)
def test_a_bad_line_is_refused_in_its_place_and_the_next_is_read(bad, reason):
    found = read(line() + bad + "\n" + line(), "jsonl")
    assert len(articles(found)) == 2
    [(number, said)] = rejections(found)
    assert number == 2
    assert reason in said


def test_bytes_that_are_no_text_are_refused_in_their_line():
    found = read(line().encode() * 3000 + b'{"title": "\xff\xfe"}\n' + line().encode(), "jsonl")
    assert len(articles(found)) == 3001
    assert rejections(found) == [(3001, "not UTF-8 at byte 12 of the record")]


class Long(io.RawIOBase):
    """A stream of one line of so many bytes, then an article, which nobody ever held."""

    def __init__(self, size, after):
        self.left, self.after = size, io.BytesIO(after)

    def readable(self):
        return True

    def readinto(self, buffer):
        if not self.left:
            return self.after.readinto(buffer)
        size = min(len(buffer), self.left)
        buffer[:size] = b"x" * size
        self.left -= size
        return size


def test_a_line_of_gigabytes_is_passed_over_and_not_held():
    stream = io.BufferedReader(Long(2**28, b"\n" + line().encode()), HEAD)
    tracemalloc.start()
    first, article = JSON_LINES.read(stream, "a.jsonl", Options())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert first.line == 1
    assert "no article" in first.reason
    assert article.first_line == 2
    assert peak < 4 * LONGEST_RECORD


def test_a_line_of_just_the_longest_is_read():
    assert [len(found or b"") for found in lines(io.BytesIO(b"x" * LONGEST_RECORD + b"\n"))] == [LONGEST_RECORD + 1]
    assert list(lines(io.BytesIO(b"x" * (LONGEST_RECORD + 1) + b"\nsecond\n"))) == [None, b"second\n"]


def test_more_values_than_memory_are_refused():
    found = read('{"title": [' + "[]," * 2_000_001 + "[]]}\n" + line(), "jsonl")
    assert len(articles(found)) == 1
    assert "values" in rejections(found)[0][1]


def test_a_million_tags_leave_an_article_with_a_hundred():
    found = read(line(tags=[str(number) for number in range(1_000_000)]), "jsonl")
    [article] = articles(found)
    assert len(article.known.tags) == 100
    assert rejections(found) == [(1, "tags: more than 100, 999,900 left out")]


def test_not_a_number_is_no_value():
    [article] = articles(read('{"title": "خبر", "text": "نص", "author": NaN}', "jsonl"))
    assert article.known.authors == ()


words = st.text("ابتثجحخدذرز ", min_size=1).map(str.strip).filter(bool).map(lambda text: " ".join(text.split()))


@given(st.lists(st.tuples(words, st.lists(words, min_size=1)), max_size=20), st.booleans())
def test_what_was_written_is_read(records, is_ascii):
    data = "".join(
        json.dumps({"headline": headline, "body": "\n\n".join(body)}, ensure_ascii=is_ascii) + "\n"
        for headline, body in records
    )
    found = read(data or "\n", "jsonl") if records else []
    assert [(article.headline, paragraphs(article)) for article in found] == records


def test_127_repeated_headlines_all_arrive():
    found = read("".join(line(title="نشرة السادسة", text=f"{BODY} {number}") for number in range(127)), "jsonl")
    assert len({tuple(paragraphs(article)) for article in found}) == 127


def test_several_articles_in_one_line_have_no_line_each():
    line = json.dumps({"meta": {"page": 1}, "list": [{"title": "أول", "text": BODY}, {"title": "ثان", "text": BODY}]})
    found = read(json.dumps({"title": "خبر", "text": BODY}) + "\n" + line + "\n", "a.jsonl")
    assert rejections(found) == [(2, "2 articles in one line: not JSON Lines, but JSON (--format json)")]
    assert [article.first_line for article in articles(read(line + "\n" + line, "a.json"))] == [1, 2, 3, 4]
