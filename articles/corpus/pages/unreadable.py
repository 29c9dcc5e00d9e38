"""What is raised for a file that cannot be read as a page."""


class UnreadablePage(Exception):
    """Why a file is no page of text, in a sentence for the operator; `line` (from 1) where one line is to blame.

    `name` is the file's, set by `read_page`.
    """

    def __init__(self, reason: str, line: int | None = None):
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.name: str | None = None

    def __str__(self) -> str:
        place = "" if self.line is None else f", line {self.line}"
        return f"{self.name or 'page'}{place}: {self.reason}"
