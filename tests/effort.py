"""How long hypothesis looks for a counterexample: HYPOTHESIS_PROFILE=thorough takes twenty times as many examples.

No example has a time limit: what a machine does beside the tests is not what they judge.
"""

import os

from hypothesis import settings

PROFILES = {"usual": 1, "thorough": 20}
_DEFAULT = 50
_profile = os.environ.get("HYPOTHESIS_PROFILE", "usual")

for _name, _times in PROFILES.items():
    settings.register_profile(_name, max_examples=_DEFAULT * _times, deadline=None)
settings.load_profile(_profile)


def examples(usual: int) -> int:
    """How many examples a test takes that takes so many in every run of the suite."""
    return usual * PROFILES[_profile]
