"""What is passed over on purpose: pages and records that are no articles, and why."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Skipped:
    """Something that was read and holds no article; `reason` is a phrase to count by, `line` as in a rejection."""

    line: int | None
    reason: str
