"""A ZIP that is sent as it is made (APPNOTE 6.3): each member is in memory alone, the table of contents waits on disk.

The standard library's writer keeps an object for each member and so grows with their number.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from tempfile import TemporaryFile

CHUNK = 1 << 16
MOST_16, MOST_32 = 0xFFFF, 0xFFFFFFFF
DEFLATED, UTF_8, VERSION, VERSION_64, UNIX = 8, 1 << 11, 20, 45, 3 << 8
READABLE = 0o100644 << 16
LOCAL = struct.Struct("<4s5H3I2H")
CENTRAL = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
END_64 = struct.Struct("<4sQ2H2I4Q")
PLACE_OF_END_64 = struct.Struct("<4sIQI")


def zip_stream(members: Iterable[tuple[str, bytes]], *, made_at: datetime) -> Iterator[bytes]:
    """The bytes of an archive of these files, (name, contents) each. No file may be of 4 GB or more."""
    stamp = dos_time(made_at)
    offset = count = 0
    with TemporaryFile() as contents:
        for name, data in members:
            packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
            packed = packer.compress(data) + packer.flush()
            facts = (*stamp, zlib.crc32(data), len(packed), len(data))
            written = name.encode()
            head = LOCAL.pack(b"PK\3\4", VERSION, UTF_8, DEFLATED, *facts, len(written), 0) + written
            yield head + packed
            contents.write(central(written, facts, offset))
            offset += len(head) + len(packed)
            count += 1
        size = contents.tell()
        contents.seek(0)
        while chunk := contents.read(CHUNK):
            yield chunk
    yield end(count, size, offset)


def central(name: bytes, facts: tuple[int, ...], offset: int) -> bytes:
    """A member's line of the table of contents; where it is far behind, its place stands in a further field."""
    extra = struct.pack("<2HQ", 1, 8, offset) if offset >= MOST_32 else b""
    version = VERSION_64 if extra else VERSION
    lengths = (len(name), len(extra), 0, 0, 0)
    place = min(offset, MOST_32)
    return (
        CENTRAL.pack(b"PK\1\2", UNIX | version, version, UTF_8, DEFLATED, *facts, *lengths, READABLE, place)
        + name
        + extra
    )


def end(count: int, size: int, offset: int) -> bytes:
    """The end of the archive, with that of large ones before it where the numbers are too large."""
    large = b""
    if count >= MOST_16 or size >= MOST_32 or offset >= MOST_32:
        large = END_64.pack(
            b"PK\6\6", END_64.size - 12, UNIX | VERSION_64, VERSION_64, 0, 0, count, count, size, offset
        ) + PLACE_OF_END_64.pack(b"PK\6\7", 0, offset + size, 1)
    few = min(count, MOST_16)
    return large + END.pack(b"PK\5\6", 0, 0, few, few, min(size, MOST_32), min(offset, MOST_32), 0)


def dos_time(moment: datetime) -> tuple[int, int]:
    """Time and date as the format has them, to two seconds, from 1980."""
    time = moment.hour << 11 | moment.minute << 5 | moment.second // 2
    return time, max(0, moment.year - 1980) << 9 | moment.month << 5 | moment.day
