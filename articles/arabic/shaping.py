"""Arabic for terminals which neither join its letters nor order them from right to left."""

from arabic_reshaper import ArabicReshaper
from bidi import get_display

# The reshaper drops tashkeel unless told; what is printed should be what is in the archive.
_RESHAPER = ArabicReshaper({"delete_harakat": False})


def shape(text: str) -> str:
    """Letters in their joined forms and in the order of the screen, line by line."""
    return "\n".join(_shape_line(line) for line in text.split("\n"))


def _shape_line(line: str) -> str:
    # A lone surrogate cannot be printed, and the ordering would refuse the line for it.
    printable = line.encode("utf-8", "replace").decode("utf-8")
    return get_display(_RESHAPER.reshape(printable))
