"""The names under which browsers save what they are sent."""

import re
from urllib.parse import quote

from django.utils import timezone

LONGEST = 60


def attachment(what: str, words: str, extension: str) -> str:
    """A Content-Disposition (RFC 6266) with the name twice: in ASCII, and in any script (RFC 8187).

    `words` may be hostile: of them letters, digits and hyphens are kept.
    """
    day = timezone.now().date().isoformat()
    name = "-".join(filter(None, [what, plain_name(words), day]))
    return f"attachment; filename=\"search-{day}.{extension}\"; filename*=UTF-8''{quote(name)}.{extension}"


def plain_name(words: str) -> str:
    return "-".join(re.findall("[^\\W_]+", words.encode("utf-8", "ignore").decode()))[:LONGEST].strip("-")
