"""When two web addresses are of one page: an address as a key. Pure."""

import hashlib
import re
from urllib.parse import parse_qsl, unquote, urlsplit

# Of a plain host, without a port or parameters, and with nothing to be decoded: most are.
_PLAIN = re.compile(r"https?://([a-z0-9.-]+)((?:/[^?#%\s]*)?)")
# Parameters that say how a reader came to a page, not which page it is.
TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "_ga")


def address_key(url: str) -> str:
    """A key for an address: equal for http and https, with and without a fragment, a last slash or tracking parameters.

    >>> address_key("http://Example.org:80/a/?utm_source=x#top") == address_key("https://example.org/a")
    True
    """
    plain = _PLAIN.fullmatch(url)
    place = (plain[1], None, plain[2].rstrip("/"), []) if plain else taken_apart(url)
    return "url:" + hashlib.sha256(repr(place).encode("utf-8", "surrogatepass")).hexdigest()[:40]


def taken_apart(url: str) -> tuple[str, int | None, str, list[tuple[str, str]]]:
    """Host, port where it is none of the usual, path and parameters; of what is no address, itself as the host."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        host, port, parts = url, None, urlsplit("")
    query = sorted(pair for pair in parse_qsl(parts.query) if not pair[0].lower().startswith(TRACKING))
    # Of some sites all pages have one path, and their own behind a #.
    page = f"#{parts.fragment}" if parts.fragment.startswith(("/", "!")) else ""
    return host, port if port not in (80, 443) else None, unquote(parts.path).rstrip("/") + page, query
