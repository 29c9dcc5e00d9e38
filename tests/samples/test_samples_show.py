"""The samples keep showing what a newcomer is to see: without these, a feature would have nothing to work on."""

import re
from collections import Counter, defaultdict

import pytest

from tests.samples.reference import SEEDS, cards, expected_pages, manifest_rows, page_text, paragraphs, whole_articles

EDTF = re.compile(r"(\d{4}(-\d\d){0,2}~?)?")
RESERVED_ADDRESS = re.compile(r"https://example\.(org|com|net)/[\w/-]+")


def all_text() -> str:
    return "\n".join(page_text(name) for name in expected_pages())


def test_manifest_names_every_page_and_no_other():
    pages = {path.name for path in SEEDS.glob("*.txt")}
    assert set(manifest_rows()) == pages == set(expected_pages())
    assert len(pages) >= 10


def test_manifest_has_the_columns_of_the_import():
    assert all(list(row) == ["file", "source", "url", "published", "tags"] for row in manifest_rows().values())


@pytest.mark.parametrize("row", manifest_rows().values(), ids=manifest_rows())
def test_manifest_values(row):
    assert "عيّنة" in row["source"]
    assert not row["url"] or RESERVED_ADDRESS.fullmatch(row["url"])
    assert EDTF.fullmatch(row["published"])
    assert all(tag and tag == tag.strip() for tag in row["tags"].split("|"))


def test_dates_have_every_precision_and_several_years():
    dates = {row["published"] for row in manifest_rows().values()}
    assert "" in dates
    assert {len(date) for date in dates if not date.endswith("~")} >= {7, 10}
    assert any(date.endswith("~") for date in dates)
    assert len({date[:4] for date in dates if date}) >= 4


def test_subjects_cross_sources_and_pages():
    used = Counter(tag for row in manifest_rows().values() for tag in row["tags"].split("|"))
    assert {"سوريا", "داعش", "العراق", "تركيا", "الطاقة", "الآثار"} <= set(used)
    assert min(used[tag] for tag in ("سوريا", "داعش", "العراق", "تركيا")) >= 3


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("مُحتجَزون", id="vocalised noun"),
        pytest.param("تمكَّنت", id="vocalised verb"),
        pytest.param("\ufedf«داعش»", id="presentation form of lam"),
        pytest.param("لـ«", id="tatweel before a quotation mark"),
        pytest.param("الـ81", id="tatweel before digits"),
        pytest.param("٢٠٢٢", id="Arabic-Indic digits"),
        pytest.param("53537", id="European digits"),
        pytest.param("80 في المائة", id="per cent"),
        pytest.param("مارس (آذار)", id="month of both styles in brackets"),
        pytest.param("يناير/كانون الثاني", id="month of both styles with a stroke"),
        pytest.param("في 23 آذار", id="month of the Levant"),
        pytest.param("رمضان 1446", id="month of the Hijri calendar"),
        pytest.param("UNESCO", id="Latin name"),
        pytest.param("MOF-5", id="Latin name with digits"),
        pytest.param("ترمب", id="Trump as one outlet writes him"),
        pytest.param("ترامب", id="Trump as another writes him"),
        pytest.param("إردوغان", id="Erdogan as one outlet writes him"),
        pytest.param("أردوغان", id="Erdogan as another writes him"),
        pytest.param("(أرشيفية - رويترز)", id="credit of two parts"),
        pytest.param("play-circle", id="mark of a film"),
        pytest.param("\u00a0", id="no-break space"),
    ],
)
def test_text_has(form):
    assert form in all_text()


def test_one_agency_text_stands_in_two_outlets():
    by_text = defaultdict(set)
    for name, article in whole_articles():
        by_text[tuple(paragraphs(article))].add((manifest_rows()[name]["source"], article["blocks"][0].get("credit")))
    shared = [places for places in by_text.values() if len({source for source, _ in places}) > 1]
    assert shared == [{("صحيفة النموذج (عيّنة)", "أ.ف.ب"), ("وكالة المثال (عيّنة)", "أ.ف.ب")}]


def test_one_article_stands_whole_in_two_pages_of_its_outlet():
    places = defaultdict(set)
    for name, article in whole_articles():
        key = (manifest_rows()[name]["source"], article["headline"], str(article["blocks"]))
        places[key].add((name, article["role"]))
    assert [sorted(found) for found in places.values() if len(found) > 1] == [
        [("02_syria_agreement.txt", "main"), ("03_pkk_weapons.txt", "appended")]
    ]


def test_cards_lead_to_whole_texts_here_and_elsewhere_and_to_none():
    mains = {(manifest_rows()[name]["source"], a["headline"]) for name, a in whole_articles() if a["role"] == "main"}
    here = [card for _, card in cards() if card["full_text_in_dump"] is not None]
    elsewhere = [
        card
        for name, card in cards()
        if card["full_text_in_dump"] is None and (manifest_rows()[name]["source"], card["headline"]) in mains
    ]
    whole = {article["headline"] for _, article in whole_articles()}
    excerpts = {card["headline"] for _, card in cards()} - whole
    assert (len(here), len(elsewhere), len(excerpts)) == (7, 10, 21)


def test_whole_text_of_a_card_has_its_headline():
    for name, card in cards():
        if card["full_text_in_dump"] is not None:
            assert expected_pages()[name]["articles"][card["full_text_in_dump"]]["headline"] == card["headline"]


def test_cards_lack_each_part_somewhere():
    related = [card for _, card in cards() if card["kind"] == "related"]
    assert any(card["credit"] is None for card in related)
    assert any(card["byline"] is None for card in related)
    assert any(card["byline"] and card["place"] is None for card in related)


def test_names_are_many():
    found = [card for _, card in cards()]
    assert len({card["section"] for card in found}) >= 10
    assert len({card["byline"] for card in found}) >= 8
    assert len({card["place"] for card in found} | {article["place"] for _, article in whole_articles()}) >= 12


def test_main_articles_are_long_enough_to_look_like_reading():
    for _name, article in whole_articles():
        if article["role"] == "main":
            lengths = [len(text.split()) for text in paragraphs(article)]
            assert 6 <= len(lengths) <= 14
            assert all(25 <= length <= 80 for length in lengths)


def test_blocks_of_every_kind():
    kinds = Counter(block["kind"] for _, article in whole_articles() for block in article["blocks"])
    assert set(kinds) == {"paragraph", "subheading", "caption"}
    assert any(article["deck"] for _, article in whole_articles())
