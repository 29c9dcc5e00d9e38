"""What holds for every test: the profile of hypothesis is loaded before any test is read."""

import tests.effort  # noqa: F401
