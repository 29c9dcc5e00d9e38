"""The problems that each kind of endpoint may answer, for the OpenAPI document."""

from articles.api.problems import Problem

ALWAYS = {405: Problem, 422: Problem}
PAGED = ALWAYS | {400: Problem, 410: Problem}
SEARCHED = ALWAYS | {503: Problem}
SEARCHED_IN_PAGES = PAGED | SEARCHED
