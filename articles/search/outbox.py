"""Changes on their way to the index."""

from haystack.signals import BaseSignalProcessor


class OutboxSignalProcessor(BaseSignalProcessor):
    """Writes an `IndexChange` with each change."""
