"""Many arrays in one file, mapped into memory and read in place.

    arrays, each from a multiple of 64 bytes on
    a directory: JSON, {name: [type, offset, bytes, checksum, checksum of samples]}
    the directory's offset, length and checksum, and the file's signature

A checksum of samples is compared for each array when a file is opened: it is quick at any size, and finds files cut
short, emptied or overwritten. The whole checksums find any changed byte, and are for `check`.
"""

import json
import mmap
import os
import struct
import weakref
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

_SIGNATURE = b"narrays1"
_FOOTER = struct.Struct("<QQI8s")
_ALIGNMENT = 64
_BLOCK = 4096
# Of each array the first and last block, and as many between them at equal distances.
_SAMPLES = 14


class DamagedFile(Exception):
    """A file of arrays is not what was written."""


def write_arrays(path: Path, arrays: Mapping[str, np.ndarray]) -> None:
    """Write a new file; it is complete on return but not yet forced to the disk."""
    directory: dict[str, tuple[str, int, int, int, int]] = {}
    with path.open("xb") as file:
        for name, array in arrays.items():
            data = memoryview(np.ascontiguousarray(array)).cast("B") if array.size else memoryview(b"")
            file.write(bytes(-file.tell() % _ALIGNMENT))
            directory[name] = (array.dtype.str, file.tell(), len(data), zlib.crc32(data), _sample(data))
            file.write(data)
        listing = json.dumps(directory).encode()
        offset = file.tell()
        file.write(listing)
        file.write(_FOOTER.pack(offset, len(listing), zlib.crc32(listing), _SIGNATURE))


class ArrayFile(Mapping[str, np.ndarray]):
    """An open file of arrays, or DamagedFile. The arrays are read-only views; the last of them frees the file."""

    def __init__(self, path: Path):
        self.path = path
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size < _FOOTER.size:
                raise DamagedFile(f"{path.name} is cut short")
            self.map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._descriptor = os.dup(file.fileno())
        weakref.finalize(self, os.close, self._descriptor)
        self._directory = self._read_directory()
        for name, (_, offset, length, _, sample) in self._directory.items():
            if _sample(memoryview(self.map)[offset : offset + length]) != sample:
                raise DamagedFile(f"{path.name} was changed after it was written ({name})")
        # To look at a few blocks of each array maps half of the file.
        self.release()
        self._arrays = {name: self._array(*entry[:3]) for name, entry in self._directory.items()}

    def __getitem__(self, name: str) -> np.ndarray:
        return self._arrays[name]

    def __contains__(self, name: object) -> bool:
        return name in self._arrays

    def __iter__(self) -> Iterator[str]:
        return iter(self._arrays)

    def __len__(self) -> int:
        return len(self._arrays)

    def stretches(self, name: str, starts: Sequence[int], ends: Sequence[int]) -> np.ndarray:
        """Some stretches of an array, one after the other; DamagedFile where the file has less.

        Read and not mapped: of short stretches far apart that takes a third of the time, for the system maps sixteen
        pages about each, which then have to be let go of.
        """
        kind, offset, *_ = self._directory[name]
        size = np.dtype(kind).itemsize
        parts = [
            os.pread(self._descriptor, (end - start) * size, offset + start * size)
            for start, end in zip(starts, ends, strict=True)
        ]
        found = np.frombuffer(b"".join(parts), kind)
        if len(found) != sum(ends) - sum(starts):
            raise DamagedFile(f"{self.path.name} is cut short")
        return found

    def bytes_of(self, name: str) -> memoryview:
        _, offset, length, *_ = self._directory[name]
        return memoryview(self.map)[offset : offset + length]

    def check(self) -> None:
        """Read every byte; DamagedFile where one is not what was written."""
        with self.path.open("rb") as file:
            for name, (_, offset, length, checksum, _) in self._directory.items():
                file.seek(offset)
                if zlib.crc32(file.read(length)) != checksum:
                    raise DamagedFile(f"{self.path.name} was changed after it was written ({name})")

    def release(self) -> None:
        """Let go of the pages read so far; they stay in the system's cache and come back when they are read."""
        self.map.madvise(mmap.MADV_DONTNEED)

    def _array(self, kind: str, offset: int, length: int) -> np.ndarray:
        dtype = np.dtype(kind)
        return np.frombuffer(self.map, dtype, length // dtype.itemsize, offset)

    def _read_directory(self) -> dict:
        offset, length, checksum, signature = _FOOTER.unpack(self.map[-_FOOTER.size :])
        listing = self.map[offset : offset + length]
        if signature != _SIGNATURE or zlib.crc32(listing) != checksum:
            raise DamagedFile(f"{self.path.name} is not whole")
        return json.loads(listing)


def _sample(data: memoryview) -> int:
    """A checksum of a few blocks, the first and the last among them."""
    if len(data) <= _BLOCK * (_SAMPLES + 2):
        return zlib.crc32(data)
    checksum = 0
    last = len(data) - _BLOCK
    for number in range(_SAMPLES + 2):
        start = last * number // (_SAMPLES + 1)
        checksum = zlib.crc32(data[start : start + _BLOCK], checksum)
    return checksum
