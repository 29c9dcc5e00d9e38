"""Questions that nobody thought of: whatever is asked, nothing breaks, and every answer is as the document has it."""

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from newsarchive.wsgi import application

EXAMPLES = 8  # of each kind: those that fit the document and those that do not
PATHS = (
    "search",
    "concordance",
    "timeline",
    "articles/{number}",
    "sources",
    "sections",
    "authors",
    "places",
    "tags",
)
# This one wants every question that fits the document to be answered with success. A document cannot say which texts
# are dates, or cursors given by the archive: others are answered with 422 and 400, as documented.
NOT_ASKED = [positive_data_acceptance]


def test_every_answer_is_as_documented(filled):
    """All addresses in one test: reading the document and filling an archive for each took half of its time."""
    document = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    assert set(document) == {f"/api/v1/{path}" for path in PATHS}
    for path in PATHS:
        for mode in GenerationMode:
            ask(document[f"/api/v1/{path}"]["GET"].as_strategy(generation_mode=mode))


def ask(cases) -> None:
    """What is wrong is told with the question, as a command of curl."""

    @given(cases)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask_one(case):
        case.call_and_validate(excluded_checks=NOT_ASKED)

    ask_one()
