"""A whole import, from paths to a report: read, write in batches, and leave the rest to the outbox."""

from collections.abc import Callable, Iterable

from articles.importing.archive import add_dumps
from articles.importing.dumps import NEW, DumpOutcome, LoadedDump
from articles.importing.loading import Loading
from articles.importing.report import ImportReport

BATCH = 100  # dumps in one transaction


def run_import(
    loading: Loading, *, dry_run: bool = False, advance: Callable[[int], None] = lambda _: None
) -> ImportReport:
    """Import all that `loading` found. `advance` is told of each number of files that are done.

    A batch is in the archive whole or not at all, so that an import that was killed is finished by running it again.
    """
    report = ImportReport(dry_run=dry_run, passed_over=loading.passed_over)
    batch = []
    for dump in loading.dumps():
        report.outcomes.extend(taken(loading.outcomes))
        if dump is None:
            advance(1)
            continue
        batch.append(dump)
        if len(batch) >= BATCH:
            finish(batch, report, advance)
            batch = []
    finish(batch, report, advance)
    report.outcomes.extend(taken(loading.outcomes))
    return report


def taken(outcomes: list[DumpOutcome]) -> Iterable[DumpOutcome]:
    """The outcomes so far, which are then forgotten."""
    found, outcomes[:] = list(outcomes), []
    return found


def finish(batch: list[LoadedDump], report: ImportReport, advance: Callable[[int], None]) -> None:
    """Write a batch, or in a dry run say what is in it."""
    if not batch:
        return
    if report.dry_run:
        report.outcomes.extend(DumpOutcome(d.path, NEW, d.counts(), list(d.page.rejections)) for d in batch)
    else:
        outcome = add_dumps(batch)
        report.outcomes.extend(outcome.dumps)
        report.added += outcome.added
        report.changed += outcome.changed
        report.merged += outcome.merged
    advance(len(batch))
