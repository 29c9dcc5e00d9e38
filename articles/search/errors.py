"""What may go wrong with the index, as types: pages turn these into sentences, commands into exit statuses."""

_REMEDY = "The server builds it anew by itself; where no server runs, `manage.py rebuild_index` does."


class IndexUnavailable(Exception):
    """There is no index, or it cannot be read. `what` is wrong, and how it is mended, for the operator to read.

    Browsing goes on without it, and the server's indexer mends it by itself.
    """

    def __init__(self, what: str):
        super().__init__(what)
        self.what = what

    def __str__(self):
        return f"{self.what} {_REMEDY}"

    @classmethod
    def damaged(cls, error: Exception) -> "IndexUnavailable":
        """What reading a damaged file raised, which may be anything, as a sentence."""
        return cls(f"The index is damaged ({type(error).__name__}: {error}).")


class IndexBusy(Exception):
    """Another process is writing the index and did not finish within the time given."""
