"""The archive gives itself away whole: an empty archive takes its export in and gives it again, letter for letter."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Appearance, Article, Block, Link
from tests.effort import examples
from tests.importing.commands import empty_archive, export, export_text, import_dump
from tests.importing.pages import BULLETIN, FLOOD, FLOOD_TEXT, MONDAY, TUESDAY, add, card, dump, whole
from tests.paths import REPO, SHARED

pytestmark = pytest.mark.django_db

HEADLINES = st.sampled_from([FLOOD, BULLETIN, "حصاد القمح", "«الميناء»: رصيف جديد", "عنوانٌ بتشكيلٍ ٢٠٢٦"])
TEXTS = st.sampled_from([FLOOD_TEXT, MONDAY, TUESDAY, FLOOD_TEXT[:1], (*MONDAY, "سطر أخير \u200f(قصير)\u2028وما بعده")])
NAMES = st.sampled_from(["سعاد منصور", "كريم حسن", "«وكالة النهر»"])
PARTS = st.fixed_dictionaries(
    {},
    optional={
        "section": st.sampled_from(["محليات", "العالم"]),
        "byline": NAMES,
        "place": st.sampled_from(["صنعاء", "بيروت"]),
        "caption": st.just("السيول عند الجسر"),
        "credit": st.just("أ.ف.ب"),
    },
)


@st.composite
def records(draw):
    """What stands on one page: a main article or none, further ones, cards."""
    found, line = [], 1
    for role in draw(st.sampled_from([("main",), ("main", "appended"), ("main", "appended", "appended"), ()])):
        caption = draw(st.sampled_from([None, ("طريق الجبل", None), ("طريق الجبل", "رويترز")]))
        deck = draw(st.sampled_from([None, "ثلاث قرى معزولة"]))
        place = draw(st.sampled_from([None, "صنعاء"]))
        found.append(whole(draw(HEADLINES), draw(TEXTS), role=role, deck=deck, place=place, caption=caption, line=line))
        line += 20
    for _ in range(draw(st.integers(0 if found else 1, 4))):
        teaser = draw(st.sampled_from([None, MONDAY[0], "أغلقت السيول طريق الجبل وعزلت…", TUESDAY[0]]))
        kind = draw(st.sampled_from(["related", "latest"]))
        found.append(card(draw(HEADLINES), teaser, kind=kind, line=line, **draw(PARTS)))
        line += 20
    return found


@st.composite
def dumps(draw):
    found = []
    for number in range(draw(st.integers(1, 5))):
        facts = draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "source": st.sampled_from(["صحيفة النهر", "صحيفة الجبل"]),
                    "published": st.sampled_from(["2025-03", "2025-11-10~", "2026"]),
                    "url": st.sampled_from(["https://nahr.example/1", "https://nahr.example/2?a=%D8%A7"]),
                    "tags": st.sampled_from([("السيول",), ("G20", "السيول")]),
                },
            )
        )
        # Two dumps may have one name, as those of two folders have.
        name = draw(st.sampled_from(["a.txt", f"{number}.txt"]))
        found.append((name, draw(records()), facts))
    return found


def fill(pages):
    for number, (name, found, facts) in enumerate(pages):
        made = dump(f"{number}", *found, **facts)
        object.__setattr__(made.dump, "name", name)
        add(made)


def restored(text, folder, name="export.jsonl"):
    path = Path(folder) / name
    path.write_text(text, encoding="utf-8")
    return import_dump(path)


def counts():
    return [model.objects.count() for model in (Article, Appearance, Block, Link)]


@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=dumps())
def test_an_empty_archive_gives_again_what_it_was_given(pages, tmp_path):
    empty_archive()
    fill(pages)
    given_away, had = export_text(), counts()
    empty_archive()
    restored(given_away, tmp_path)
    assert export_text() == given_away
    assert counts() == had
    restored(given_away, tmp_path)
    # The same articles in another file, for an empty line makes it another: nothing is doubled.
    restored(given_away + "\n", tmp_path, "again.jsonl")
    assert export_text() == given_away
    assert counts() == had


@settings(max_examples=examples(6), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=dumps())
def test_in_an_archive_that_has_articles_numbers_are_new_and_links_follow(pages, tmp_path):
    empty_archive()
    fill(pages)
    given_away = export_text()
    empty_archive()
    add(*(dump(f"own-{number}", whole(f"خبر قديم {number}", [f"نص قديم رقم {number}."])) for number in range(3)))
    own = export()
    restored(given_away, tmp_path)
    found = export()
    assert [item for item in found if item["headline"].startswith("خبر قديم")] == own
    arrived = [item for item in found if not item["headline"].startswith("خبر قديم")]
    assert not {item["id"] for item in arrived} & {item["id"] for item in own}
    assert named(arrived) == named([json.loads(line) for line in given_away.split("\n") if line])
    restored(given_away, tmp_path)
    assert export() == found


def named(items):
    """Articles with their links, without numbers."""
    name = {item["id"]: json.dumps([item["headline"], item["source"], item["blocks"]]) for item in items}
    assert len(set(name.values())) == len(items)
    without = [
        item | {"id": None, "related": [link | {"id": name[link["id"]]} for link in item["related"]]} for item in items
    ]
    return sorted(without, key=lambda item: json.dumps(item, ensure_ascii=False))


FOLDERS = {"samples": REPO / "seeds", "real dumps": SHARED / "seeds"}


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_archive_of_pages_makes_the_round_trip(folder, tmp_path):
    if not FOLDERS[folder].is_dir():
        pytest.skip(f"{FOLDERS[folder]} is not there")
    import_dump(FOLDERS[folder])
    given_away, had = export_text(), counts()
    assert had[0] > 4
    empty_archive()
    restored(given_away, tmp_path)
    assert export_text() == given_away
    assert counts() == had


def test_editors_links_and_their_order_make_the_round_trip(tmp_path):
    add(
        dump("a.txt", whole(FLOOD, FLOOD_TEXT), card(BULLETIN, TUESDAY[0])),
        dump("b.txt", whole("حصاد القمح", MONDAY)),
    )
    flood, bulletin, wheat = (Article.objects.get(headline=h) for h in (FLOOD, BULLETIN, "حصاد القمح"))
    Link.objects.create(from_article=flood, to_article=wheat, origin="editor")
    Link.objects.create(from_article=wheat, to_article=bulletin, origin="computed", position=3)
    Link.objects.create(from_article=wheat, to_article=flood, origin="editor")
    given_away = export_text()
    empty_archive()
    restored(given_away, tmp_path)
    assert export_text() == given_away


def test_a_number_that_comes_again_in_one_export_is_refused_and_the_rest_restored(tmp_path):
    add(*(dump(f"{number}.txt", whole(f"خبر {number}", [f"نص الخبر رقم {number}."])) for number in range(3)))
    given_away = export_text()
    empty_archive()
    path = tmp_path / "twice.jsonl"
    path.write_text(given_away + given_away.split("\n")[1] + "\n", encoding="utf-8")
    said = import_dump(path, status=1)
    assert "line 4" in said
    assert "comes again" in said
    assert export_text() == given_away


def test_two_articles_of_one_text_stay_two(tmp_path):
    add(*(dump(f"{name}.txt", whole(FLOOD, FLOOD_TEXT), source=name) for name in ("صحيفة النهر", "صحيفة الجبل")))
    Article.objects.update(source=None)
    given_away, had = export_text(), counts()
    assert had[0] == 2
    empty_archive()
    restored(given_away, tmp_path)
    restored(given_away + "\n", tmp_path, "again.jsonl")
    assert export_text() == given_away
    assert counts() == had
