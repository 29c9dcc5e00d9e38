"""What is found in a path, with the bytes that come out of it."""

from articles.corpus.containers import PassedOver, Refused, members
from articles.corpus.formats.interface import Member, Unreadable


def found_in(path):
    """The names of members, each with its bytes or with why it cannot be read, in order."""
    found = []
    for item in members(path):
        name = item.name.removeprefix(f"{path}").removeprefix("/")
        match item:
            case Member():
                found.append((name, content(item)))
            case Refused():
                found.append((name, f"refused: {item.reason}"))
            case PassedOver():
                found.append((name, "passed over"))
    return found


def content(member):
    try:
        with member.open() as stream:
            return b"".join(iter(lambda: stream.read(1 << 20), b""))
    except Unreadable as error:
        return f"unreadable: {error.reason}"


def size_of(member):
    """How many bytes come out of a member, and why no more."""
    size = 0
    try:
        with member.open() as stream:
            while data := stream.read(1 << 20):
                size += len(data)
    except Unreadable as error:
        return size, error.reason
    return size, None
