"""What an import tells when it ends: totals, and what became of each file."""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from articles.importing.dumps import KNOWN, NEW, REFUSED, UPDATED, DumpOutcome, add_counts


@dataclass
class ImportReport:
    """The outcomes of a run, in the order of the files."""

    outcomes: list[DumpOutcome] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    merged: int = 0
    passed_over: int = 0
    dry_run: bool = False

    by_path: dict[str, DumpOutcome] = field(default_factory=dict)

    def add(self, outcome: DumpOutcome) -> None:
        """Add what became of a file, or of a further portion of one."""
        before = self.by_path.get(outcome.path)
        if before is None:
            self.by_path[outcome.path] = outcome
            self.outcomes.append(outcome)
            return
        if before.status == KNOWN and outcome.status == NEW:
            before.status = NEW
        before.counts = add_counts(before.counts, outcome.counts)
        before.rejections.extend(outcome.rejections)

    def close(self) -> None:
        """Call those files refused of which nothing was taken in."""
        for outcome in self.outcomes:
            found = outcome.counts.get("articles") or outcome.counts.get("cards")
            if outcome.status == NEW and any(not one.is_note for one in outcome.rejections) and not found:
                outcome.status = REFUSED

    @property
    def refusals(self) -> int:
        """How many things were refused: whole files, lines of them, rows of a manifest; notes are none."""
        return sum(map(refused, self.outcomes))

    @property
    def refused_parts(self) -> int:
        """How many of these are parts of files of which the rest was taken in."""
        return sum(refused(outcome) for outcome in self.outcomes if outcome.status != REFUSED)

    def count(self, status: str) -> int:
        return sum(outcome.status == status for outcome in self.outcomes)

    def totals(self) -> dict:
        """Numbers of dumps by what became of them, and of articles."""
        return {
            "dumps": sum(bool(outcome.counts) for outcome in self.outcomes),
            "imported": self.count(NEW),
            "known": self.count(KNOWN),
            "updated": self.count(UPDATED),
            "refused": self.count(REFUSED),
            "rejections": self.refusals,
            "passed_over": self.passed_over,
            "articles": sum(outcome.counts.get("articles", 0) for outcome in self.outcomes),
            "cards": sum(outcome.counts.get("cards", 0) for outcome in self.outcomes),
            "skipped": sum(sum(outcome.counts.get("skipped", {}).values()) for outcome in self.outcomes),
            "dropped": sum(sum(outcome.counts.get("dropped", {}).values()) for outcome in self.outcomes),
            "articles_added": self.added,
            "articles_changed": self.changed,
            "articles_merged": self.merged,
        }

    def as_json(self) -> dict:
        return {
            "dry_run": self.dry_run,
            "totals": self.totals(),
            "dumps": [outcome.as_json() for outcome in self.outcomes],
        }

    def write(self, path: Path) -> None:
        """Write the report as JSON: whole, or not at all. Raises OSError."""
        draft = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            with draft.open("w", encoding="utf-8") as file:
                json.dump(self.as_json(), file, ensure_ascii=False, indent=2)
                file.write("\n")
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


def refused(outcome: DumpOutcome) -> int:
    return sum(not found.is_note for found in outcome.rejections)
