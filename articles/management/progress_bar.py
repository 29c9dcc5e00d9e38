"""The one line that shows how far an import is: bytes read, articles a second, and the time that is left."""

from tqdm import tqdm

from articles.importing.progress import Progress


class ProgressBar:
    """A bar of the bytes of all files, so that one long file moves it as many short ones do."""

    def __init__(self, progress: Progress, *, hidden: bool):
        self.progress, self.records = progress, 0
        self.bar = tqdm(total=progress.total, unit="B", unit_scale=True, unit_divisor=1024, disable=hidden)

    def __enter__(self) -> "ProgressBar":
        return self

    def __exit__(self, *error) -> None:
        self.bar.close()

    def advance(self, what: str, count: int) -> None:
        """Show what has been read by now; `count` of "articles" are in, or a "file" is done."""
        if self.bar.disable:
            return
        if what == "articles":
            self.records += count
        # A file may have grown since it was found.
        self.bar.total = max(self.progress.total, self.progress.read)
        seconds = self.bar.format_dict["elapsed"] or 1
        self.bar.set_postfix_str(f"{self.records:,} records, {self.records / seconds:,.0f}/s", refresh=False)
        self.bar.update(self.progress.read - self.bar.n)
