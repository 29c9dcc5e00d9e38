"""Which texts are versions of one article and which are articles, and what is kept of each."""

import json

import pytest

from articles.models import Appearance, Article
from tests.importing.commands import empty_archive, export, import_dump
from tests.importing.pages import FLOOD, FLOOD_TEXT, snapshot

pytestmark = pytest.mark.django_db

URL = "https://jabal.example/news/7"
MORE = "وأضاف أن مدارس القرى الثلاث ستبقى مغلقة حتى نهاية الأسبوع، وأن الإمدادات تصل بالمروحيات."
CHANGED = "وأعلنت البلدية لاحقاً فتح الطريق أمام سيارات الإسعاف وحدها."


def record(*texts, **fields):
    return {"title": FLOOD, "text": "\n\n".join(texts), "site": "صحيفة الجبل", **fields}


def import_records(tmp_path, *records, name="a.jsonl"):
    path = tmp_path / name
    path.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in records), encoding="utf-8")
    return import_dump(path)


def kept_texts():
    """The texts that the archive has, those that pages show and those kept beside them."""
    shown = {tuple(block.text for block in article.blocks.all()) for article in Article.objects.all()}
    beside = {
        tuple(text for _, text, _ in row.seen["blocks"]) for row in Appearance.objects.all() if "blocks" in row.seen
    }
    return shown | beside


def test_a_changed_text_at_one_address_is_a_version_and_both_are_kept(tmp_path):
    short, full = record(*FLOOD_TEXT, url=URL), record(*FLOOD_TEXT, MORE, url=URL)
    import_records(tmp_path, short)
    (before,) = export()
    import_records(tmp_path, full, name="b.jsonl")
    (after,) = export()
    assert after["id"] == before["id"]
    # The fullest text speaks for the article.
    assert [block["text"] for block in after["blocks"]] == [*FLOOD_TEXT, MORE]
    assert kept_texts() == {FLOOD_TEXT, (*FLOOD_TEXT, MORE)}
    assert len(after["provenance"]) == 2


def test_a_shorter_text_that_comes_later_is_kept_beside_the_fuller(tmp_path):
    import_records(tmp_path, record(*FLOOD_TEXT, MORE, url=URL))
    import_records(tmp_path, record(*FLOOD_TEXT, url=URL), name="b.jsonl")
    (item,) = export()
    assert [block["text"] for block in item["blocks"]] == [*FLOOD_TEXT, MORE]
    later = Appearance.objects.get(dump__name="b.jsonl")
    assert [text for _, text, _ in later.seen["blocks"]] == list(FLOOD_TEXT)


def test_a_text_written_anew_at_one_address_is_a_version_under_any_headline(tmp_path):
    import_records(tmp_path, record(*FLOOD_TEXT, url=URL))
    import_records(tmp_path, record(CHANGED, url=URL) | {"title": "فتح طريق الجبل للإسعاف"}, name="b.jsonl")
    (item,) = export()
    assert kept_texts() == {FLOOD_TEXT, (CHANGED,)}
    assert len(item["provenance"]) == 2


@pytest.mark.parametrize(
    "other",
    [
        URL + "?utm_source=feed&utm_medium=rss",
        URL + "?fbclid=abc123#comments",
        URL + "/",
        "http://jabal.example/news/7",
        "https://JABAL.example:443/news/7",
    ],
)
def test_one_address_in_other_writings_is_one(tmp_path, other):
    import_records(tmp_path, record(*FLOOD_TEXT, url=URL), record(*FLOOD_TEXT, MORE, url=other))
    assert len(export()) == 1


@pytest.mark.parametrize("other", [URL + "?page=2", URL + "1", "https://other.example/news/7"])
def test_another_address_with_nearly_the_same_text_is_another_article(tmp_path, other):
    import_records(tmp_path, record(*FLOOD_TEXT, url=URL), record(*FLOOD_TEXT, MORE, url=other))
    assert {item["url"] for item in export()} == {URL, other}
    assert kept_texts() == {FLOOD_TEXT, (*FLOOD_TEXT, MORE)}


def test_without_addresses_nearly_the_same_text_is_a_version(tmp_path):
    import_records(tmp_path, record(*FLOOD_TEXT), record(*FLOOD_TEXT, MORE))
    assert len(export()) == 1
    assert kept_texts() == {FLOOD_TEXT, (*FLOOD_TEXT, MORE)}


PRICES = "بلغ سعر صرف الدولار في السوق الموازية اليوم {} ليرة، فيما حافظ السعر الرسمي على مستواه بحسب المصرف المركزي."


def test_nearly_the_same_text_of_another_day_is_another_article(tmp_path):
    import_records(tmp_path, *[record(PRICES.format(89_000 + day), date=f"2026-01-{day}") for day in range(10, 15)])
    assert sorted(item["published"] for item in export()) == [f"2026-01-{day}" for day in range(10, 15)]


def test_the_same_text_of_another_day_is_a_repetition(tmp_path):
    import_records(tmp_path, record(*FLOOD_TEXT, date="2026-01-20"), record(*FLOOD_TEXT, date="2026-01-21"))
    assert len(export()) == 1


def test_records_that_a_file_numbers_stay_apart_unless_their_texts_are_equal(tmp_path):
    import_records(tmp_path, record(*FLOOD_TEXT, id=1), record(*FLOOD_TEXT, MORE, id=2), record(*FLOOD_TEXT, id=3))
    assert len(export()) == 2
    import_records(tmp_path, record(*FLOOD_TEXT, id=1), record(*FLOOD_TEXT, CHANGED, id=1), name="b.jsonl")
    assert kept_texts() == {FLOOD_TEXT, (*FLOOD_TEXT, MORE), (*FLOOD_TEXT, CHANGED)}


def test_an_undated_text_joins_no_two_days_and_goes_to_review(tmp_path):
    texts = [
        record(PRICES.format("تسعين ألف"), date=f"2026-01-{day}") | {"text": PRICES.format(day)} for day in (10, 11)
    ]
    import_records(tmp_path, *texts, record(PRICES.format(12)))
    assert {"2026-01-10", "2026-01-11"} <= {item["published"] for item in export()}
    assert Article.objects.exclude(review="").exists()


def test_the_same_text_from_two_outlets_is_two_articles(tmp_path):
    import_records(tmp_path, record(*FLOOD_TEXT, url=URL), record(*FLOOD_TEXT, url=URL) | {"site": "صحيفة النهر"})
    assert [item["source"] for item in export()] == ["صحيفة الجبل", "صحيفة النهر"]


def test_exact_repetitions_add_appearances_and_no_rows(tmp_path):
    import_records(tmp_path, *[record(*FLOOD_TEXT, url=URL)] * 3)
    (item,) = export()
    assert [at["first_line"] for at in item["provenance"]] == [1, 2, 3]
    assert not any("blocks" in row.seen for row in Appearance.objects.all())


def test_versions_do_not_depend_on_the_order_in_which_they_come(tmp_path):
    records = [
        record(*FLOOD_TEXT, url=URL, date="2026-01-20"),
        record(*FLOOD_TEXT, MORE, url=URL, date="2026-01-21"),
        record(CHANGED, url=URL),
        record(*FLOOD_TEXT),
    ]
    found = []
    for order in ((0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)):
        empty_archive()
        for number in order:
            import_records(tmp_path, records[number], name=f"{number}.jsonl")
        found.append(snapshot())
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == 1


def test_importing_versions_again_changes_nothing(tmp_path):
    import_records(tmp_path, record(*FLOOD_TEXT, url=URL), record(CHANGED, url=URL), record(*FLOOD_TEXT, MORE, url=URL))
    before = snapshot()
    import_records(tmp_path, record(*FLOOD_TEXT, url=URL), record(CHANGED, url=URL), record(*FLOOD_TEXT, MORE, url=URL))
    assert snapshot() == before
