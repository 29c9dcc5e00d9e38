import csv
import io

import pytest

from articles.corpus.formats import table_rows
from articles.corpus.formats.detection import detect
from articles.corpus.formats.interface import Unreadable
from articles.corpus.formats.tables import CSV
from tests.corpus.formats.reading import BODY, articles, paragraphs, read, rejections

HEADER = ["title", "text", "date", "tags"]
ROWS = [
    ["خبر أول", f'{BODY}\n\nقال: "نعم"، ومضى; ثم عاد | بعد\tحين.', "2026-01-20", "حدائق، مدن"],
    ["خبر ثان", "سطر واحد", "", ""],
]


def table(rows, header=HEADER, **dialect):
    out = io.StringIO()
    csv.writer(out, **dialect).writerows([header, *rows])
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_tables_of_every_delimiter_and_encoding(delimiter, encoding):
    first, second = read(table(ROWS, delimiter=delimiter).encode(encoding), "a.csv")
    assert paragraphs(first) == [BODY, 'قال: "نعم"، ومضى; ثم عاد | بعد حين.']
    assert first.known.tags == ("حدائق", "مدن")
    assert second.headline == "خبر ثان"


def test_rows_know_their_lines():
    first, second = read(table(ROWS), "csv")
    assert (first.first_line, first.last_line, second.first_line, second.last_line) == (2, 4, 5, 5)


def test_lines_of_old_computers():
    found = read(table(ROWS[1:] * 2, lineterminator="\r"), "csv")
    assert [article.first_line for article in found] == [2, 3]


def test_arabic_headers():
    [article] = read(table([["خبر", BODY, "صحيفة الساحل"]], ["العنوان", "النص", "المصدر"]), "a.csv")
    assert (article.headline, article.known.source) == ("خبر", "صحيفة الساحل")


def test_foreign_headers_by_mapping():
    [article] = read(table([["خبر", BODY]], ["kicker", "main copy"]), "csv", "title=kicker,text=main copy")
    assert (article.headline, paragraphs(article)) == ("خبر", [BODY])


def test_a_table_is_known_by_the_fields_that_the_operator_names():
    head = "kopf;rumpf\nخبر;نص\n".encode()
    assert detect(head, "a.csv") is None
    assert detect(head, "a.csv", ["kopf", "rumpf"]) is CSV
    assert detect("العنوان: خبر\n\nنص".encode(), "a.txt", ["kopf"]).name == "page"


@pytest.mark.parametrize("above", ["sep=;\r\n", "\n\n", "\ufeffsep=;\n"])
def test_what_stands_above_the_header(above):
    first, second = read((above + table(ROWS, delimiter=";")), "a.csv")
    assert (first.headline, second.headline) == ("خبر أول", "خبر ثان")


def test_quotation_marks_with_a_slash_before_them():
    text = '"title","text"\n"قال \\"نعم\\"، ومضى","سطر،\nوقال: \\"لا\\", ثم عاد"\n'
    [article] = read(text, "a.csv")
    assert (article.headline, paragraphs(article)) == ('قال "نعم"، ومضى', ["سطر،", 'وقال: "لا", ثم عاد'])


def test_a_slash_at_the_end_of_a_cell_is_one():
    [article] = read('"title","text"\n"القرص C:\\","نص"\n', "a.csv")
    assert article.headline == "القرص C:\\"


def test_a_text_without_its_quotation_marks_is_refused():
    found = read("title,text\nخبر,نص فيه, فاصلة\nخبر,نص\n", "csv")
    assert len(articles(found)) == 1
    assert rejections(found) == [(2, "3 cells under a header of 2; is a text without its quotation marks?")]


def test_empty_cells_after_the_last_and_missing_ones():
    found = read("title,text,date\nخبر,نص,2026,,\nخبر,نص\n\n,,\n", "csv")
    assert len(found) == 2


def test_a_quotation_mark_that_is_never_closed_costs_its_row_only():
    found = read('title,text\nأول,"نص\nثان,نص\nثالث,نص\n', "csv")
    assert [article.headline for article in articles(found)] == ["ثان", "ثالث"]
    assert [line for line, _ in rejections(found)] == [2]


def test_two_of_them_do_not_swallow_what_is_between():
    found = read('title,text\nأول,"نص\nثان,نص\nثالث,"نص\nرابع,نص\n', "csv")
    assert [article.headline for article in articles(found)] == ["ثان", "رابع"]
    assert [line for line, _ in rejections(found)] == [2, 4]


def test_quotation_marks_that_are_not_doubled():
    [article, _] = read('title,text\nأول,"قال "نعم" ومضى"\nثان,نص\n', "csv")
    assert paragraphs(article) == ['قال نعم" ومضى"']


def test_too_many_of_them_end_the_table(monkeypatch):
    monkeypatch.setattr(table_rows, "MOST_READ_AGAIN", 400)
    with pytest.raises(Unreadable, match="the rest of the table"):
        read("title,text\n" + 'أول,"نص\nثان,نص\n' * 41, "csv")


def test_a_row_that_is_too_long_is_passed_over():
    found = read("title,text\nأول," + "x" * (2**24 + 1) + "\nثان,نص\n", "csv")
    assert [article.headline for article in articles(found)] == ["ثان"]
    assert "no article" in rejections(found)[0][1]


def test_a_row_over_lines_that_is_too_long_is_refused():
    found = read('title,text\nأول,"' + ("x" * 2**20 + "\n") * 17 + "ثان,نص\n", "csv")
    assert [article.headline for article in articles(found)] == ["ثان"]
    assert rejections(found)[0][0] == 2


def test_bytes_that_are_no_text_are_refused_in_their_row():
    data = table(ROWS[1:] * 3000).encode() + b"\xff\xfe,x,,\n" + "خبر,نص,,\n".encode()
    found = read(data, "a.csv")
    assert len(articles(found)) == 3001
    assert rejections(found) == [(3002, "bytes that are not UTF-8")]


def test_nothing_at_all():
    with pytest.raises(Unreadable):
        read("", "csv")


def test_a_table_without_columns_for_articles_is_refused_once():
    with pytest.raises(Unreadable, match="no column for the headline and the text among: sort, preis; --map names it"):
        read("sort,preis\nبن,7\nشاي,5\n", "csv")
    with pytest.raises(Unreadable, match="no column for the headline among"):
        read("text,label\nنص,0\n", "csv")


def test_quotation_marks_are_letters_between_tabs():
    rows = ['"نعم" للجسر\tقال "نعم" ومضى', '"خبر لم يغلق\tنص', 'ثالث\t"نص قال ""نعم"""']
    found = read("\n".join(["title\ttext", *rows]) + "\n", "a.tsv")
    assert [article.headline for article in found] == ['"نعم" للجسر', '"خبر لم يغلق', "ثالث"]
    assert [article.first_line for article in found] == [2, 3, 4]
    assert [paragraphs(article) for article in found] == [['قال "نعم" ومضى'], ["نص"], ['نص قال "نعم"']]


def test_a_cell_of_two_lines_between_tabs_is_not_cut():
    found = read('title\ttext\nأول\t"سطر قال "نعم"\nوسطر"\nثان\tنص\n', "a.tsv")
    assert [article.headline for article in articles(found)] == ["ثان"]
