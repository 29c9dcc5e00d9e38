"""The typefaces of the pages, taken from installed packages into the static files under `fonts/`.

Only the files named here are published: a package's folder holds its code too.
"""

from importlib.resources import files
from pathlib import Path

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

TYPEFACES = {
    "fonts/NotoNaskhArabic.ttf": ("pylopdf_fonts_ar", "NotoNaskhArabic-Variable.ttf"),
    "fonts/PlexSansArabic-Regular.ttf": ("fontpkg_ibm_plex_sans_arabic", "files/IBMPlexSansArabic-Regular.ttf"),
    "fonts/PlexSansArabic-SemiBold.ttf": ("fontpkg_ibm_plex_sans_arabic", "files/IBMPlexSansArabic-SemiBold.ttf"),
    "fonts/Amiri-Regular.ttf": ("fontpkg_amiri", "files/Amiri-Regular.ttf"),
    "fonts/Amiri-Bold.ttf": ("fontpkg_amiri", "files/Amiri-Bold.ttf"),
}


class OneFileStorage(FileSystemStorage):
    """A storage in which every published name stands for a file of an installed package."""

    prefix = None

    def path(self, name: str) -> str:
        package, file = TYPEFACES[Path(name).as_posix()]
        return str(files(package).joinpath(file))


class TypefaceFinder(BaseFinder):
    """Django's finder of the typefaces."""

    storage = OneFileStorage()

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        found = self.storage.path(path) if path in TYPEFACES else None
        if find_all:
            return [found] if found else []
        return found

    def list(self, ignore_patterns):
        for name in TYPEFACES:
            yield name, self.storage
