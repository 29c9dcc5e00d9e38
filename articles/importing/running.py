"""A whole import, from paths to a report: read, write in batches, and leave the rest to the outbox."""

from collections.abc import Callable

from django.db import transaction

from articles.authorities import Authorities
from articles.importing.archive import BatchOutcome, add_portions
from articles.importing.dumps import NEW, DumpOutcome, Portion
from articles.importing.loading import Loading
from articles.importing.reading import PORTION
from articles.importing.report import ImportReport
from articles.importing.restoring import restore
from articles.models import Dump, ImportRun, Refusal


def run_import(
    loading: Loading,
    *,
    run: ImportRun | None = None,
    dry_run: bool = False,
    advance: Callable[[str, int], None] = lambda what, count: None,
) -> ImportReport:
    """Import all that `loading` found. `advance` is told of "articles" that are in, and of each "file" that is done.

    A batch is in the archive whole or not at all, so that an import that was killed is finished by running it again.
    """
    report = ImportReport(dry_run=dry_run)
    batch = []
    authorities = Authorities()
    for found in loading.portions(is_known):
        tell(loading, report, run)
        if not isinstance(found, Portion):
            advance("file", 1)
            continue
        batch.append(found)
        if sum(map(size, batch)) >= PORTION:
            finish(batch, report, run, authorities, advance)
            batch = []
    finish(batch, report, run, authorities, advance)
    tell(loading, report, run)
    report.close()
    report.passed_over = loading.passed_over
    return report


def is_known(sha256: str) -> bool:
    """Whether a file is in the archive from its first byte to its last."""
    return Dump.objects.filter(sha256=sha256, is_complete=True).exists()


def size(portion: Portion) -> int:
    """How much work a portion is; a page of nothing is some too."""
    return len(portion.articles) + len(portion.cards) + len(portion.exported) + 1


def tell(loading: Loading, report: ImportReport, run: ImportRun | None) -> None:
    """Move what was refused while reading into the report and the run."""
    taken, loading.outcomes[:] = list(loading.outcomes), []
    for outcome in taken:
        report.add(outcome)
    keep_refusals(taken, run)


def finish(
    batch: list[Portion], report: ImportReport, run: ImportRun | None, authorities: Authorities, advance: Callable
) -> None:
    """Write a batch, or in a dry run say what is in it."""
    if not batch:
        return
    outcome = readable(batch) if report.dry_run else write(batch, run, authorities)
    for told in outcome.dumps:
        report.add(told)
    report.added += outcome.added
    report.changed += outcome.changed
    report.merged += outcome.merged
    advance("articles", sum(size(portion) - 1 for portion in batch))


def readable(batch: list[Portion]) -> BatchOutcome:
    """What a dry run says of a batch."""
    return BatchOutcome([DumpOutcome(p.dump.path, NEW, p.counts(), list(p.rejections)) for p in batch])


@transaction.atomic
def write(batch: list[Portion], run: ImportRun | None, authorities: Authorities) -> BatchOutcome:
    """Write a batch, and what was refused of it with it."""
    outcome = add_portions([portion for portion in batch if not portion.exported], run, authorities)
    for portion in batch:
        if portion.exported:
            outcome.include(restore(portion, run))
    keep_refusals(outcome.dumps, run)
    return outcome


def keep_refusals(outcomes: list[DumpOutcome], run: ImportRun | None) -> None:
    """Write what was refused into the record of the run."""
    if run:
        Refusal.objects.bulk_create(
            (
                Refusal(run=run, path=outcome.path, line=found.line, byte=found.byte, reason=found.reason)
                for outcome in outcomes
                for found in outcome.rejections
            ),
            batch_size=500,
        )
