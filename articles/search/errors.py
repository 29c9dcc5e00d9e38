"""What may go wrong with the index, as types: pages turn these into sentences, commands into exit statuses."""


class IndexUnavailable(Exception):
    """There is no index, or it cannot be read. The message is for the operator; browsing goes on without it."""


class IndexBusy(Exception):
    """Another process is writing the index and did not finish within the time given."""
