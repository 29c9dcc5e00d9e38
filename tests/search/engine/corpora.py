"""Random small archives and random queries to them."""

from datetime import UTC, datetime
from random import Random

from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from hypothesis import strategies as st
from whoosh import query as whoosh_query
from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, Schema

from articles.search.documents import Document, Kind
from articles.search.engine.queries import AtLeast, Between, Forms, Near, ValuesBetween
from articles.search.schema import ANALYSIS, BOOST, NO_NUMBER, Values, View
from articles.search.values import to_number

# Few enough to meet often: forms of one word, a stop word, a number, and one that an analysis takes apart.
WORDS = ["كتاب", "الكتاب", "وكتاب", "كتب", "مدرسة", "علم", "في", "٢٠٢٤", "الأمَّة", "أمة"]
VALUES = ["1", "10", "100", "2", "سوق", "سوق السمك", "سياسة", "2024-05", "2024-05-01"]
DAYS = [to_number(datetime(year, month, 1, tzinfo=UTC)) for year in (1969, 2023, 2024) for month in (1, 2, 12)]
NUMBERS = [*DAYS, NO_NUMBER]
COLUMNS, FIELDS = ("published", "added"), ("section", "tag")
KINDS = [Kind.TEXT, Kind.HEADLINE, Kind.SUBHEADING]
MOST = 12

SCHEMA = Schema(
    **{name: Values() for name in (ID, DJANGO_CT, DJANGO_ID, *FIELDS)},
    **{name: COLUMN(NumericColumn("q", default=NO_NUMBER)) for name in COLUMNS},
    **{view: View() for view in ANALYSIS.views},
    **{BOOST: COLUMN(NumericColumn("f", default=1.0))},
)


def identifier(number: int) -> str:
    return f"articles.article.{number}"


def document(number: int, random: Random) -> Document:
    parts = [
        (" ".join(random.choices(WORDS, k=random.randrange(8))), int(random.choice(KINDS)))
        for _ in range(random.randrange(4))
    ]
    fields = {ID: [identifier(number)], DJANGO_CT: ["articles.article"], DJANGO_ID: [str(number)]}
    fields |= {name: random.sample(VALUES, random.randrange(4)) for name in FIELDS}
    fields |= {name: random.choice(NUMBERS) for name in COLUMNS}
    return Document(parts, fields | {BOOST: random.choice([1.0, 0.85])})


def change(seed: int) -> tuple[list[Document], list[str]]:
    """Documents to put and identifiers to take out, those of what is put among them."""
    random = Random(seed)
    put, gone = random.sample(range(1, MOST), random.randrange(5)), random.sample(range(1, MOST), random.randrange(4))
    return [document(number, random) for number in put], [identifier(number) for number in {*put, *gone}]


def form(seed: int) -> Forms:
    random = Random(seed)
    view = random.choice([*ANALYSIS.views, "word"])
    words = [word for text in random.sample(WORDS, random.randint(1, 3)) for word in ANALYSIS.words(text)]
    terms = [word if view == "word" else ANALYSIS.views[view](word) for word in words]
    without = ANALYSIS.words(random.choice(WORDS)) if random.random() < 0.2 else ()
    return Forms(
        view,
        tuple(dict.fromkeys(term for term in terms if term is not None)),
        frozenset(without),
        frozenset(random.sample(KINDS, random.randint(1, 2))) if random.random() < 0.3 else None,
        random.choice([1.0, 0.3]),
    )


def passage(seed: int) -> Near:
    random = Random(seed)
    items = [form(random.getrandbits(32)) for _ in range(random.choice([1, 2, 2, 3]))]
    if random.random() < 0.2:
        items.append(items[0])
    return Near(tuple(items), random.choice([0, 0, 0, 1, 2, 3, 5]), random.random() < 0.7, random.choice([1.0, 2.0]))


# A seed makes each, which is quicker by far than to draw every word of them.
_seeds = st.integers(0, 2**32 - 1)
histories = st.lists(_seeds.map(change), min_size=1, max_size=7)
forms = _seeds.map(form)
near = _seeds.map(passage)
_names, _bounds = st.sampled_from(FIELDS), st.none() | st.sampled_from(DAYS)
_values = st.sampled_from([*VALUES, "غائب"])
conditions = st.one_of(
    st.builds(whoosh_query.Term, _names, _values),
    st.builds(whoosh_query.Prefix, _names, _values.map(lambda text: text[:2])),
    st.builds(whoosh_query.Wildcard, _names, st.sampled_from(["*", "س*", "*0*", "2???-*", "1?", "*مك"])),
    st.builds(ValuesBetween, _names, _values, _values),
    st.builds(Between, st.sampled_from(COLUMNS), _bounds, _bounds, st.just(NO_NUMBER)),
    st.builds(whoosh_query.Every),
    st.just(whoosh_query.NullQuery),
)


def _compound(children):
    several = st.lists(children, min_size=1, max_size=4)
    boost = st.sampled_from([1.0, 0.5])
    return st.one_of(
        st.builds(whoosh_query.And, several, boost),
        st.builds(whoosh_query.Or, several, boost),
        st.builds(AtLeast, st.integers(0, 4), several.map(tuple), boost),
        st.builds(whoosh_query.AndNot, children, children),
        st.builds(whoosh_query.AndMaybe, children, children),
        st.builds(whoosh_query.Require, children, children),
        children.map(whoosh_query.Not),
    )


queries = st.recursive(forms | near | conditions, _compound, max_leaves=8)
