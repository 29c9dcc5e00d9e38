"""What every page shows around its own matter."""

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info

from articles.views.archive_state import archive_size


def archive(request):
    """The size of the archive, asked for where it is shown, and the same page in the other language."""
    other = next(code for code, _ in settings.LANGUAGES if code != get_language())
    return {
        "archive_size": lambda: archive_size(request),
        "other_language": get_language_info(other),
        "other_language_url": other_address(request.get_full_path(), other),
    }


def other_address(address: str, language: str) -> str:
    """The address in another language; the other language's first page where the address leads nowhere."""
    translated = translate_url(address, language)
    return translate_url("/", language) if translated == address else translated
