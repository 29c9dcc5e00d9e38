"""What every page shows around its own matter."""

from django.conf import settings
from django.core.cache import cache
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info

from articles.models import Article

SIZE_KEY, SIZE_SECONDS = "archive-size", 10


def archive(request):
    """The size of the archive, asked for every ten seconds at most, and the same page in the other language."""
    other = next(code for code, _ in settings.LANGUAGES if code != get_language())
    return {
        "archive_size": archive_size,
        "other_language": get_language_info(other),
        "other_language_url": other_address(request.get_full_path(), other),
    }


def archive_size() -> int:
    return cache.get_or_set(SIZE_KEY, lambda: Article.objects.published().count(), SIZE_SECONDS)


def other_address(address: str, language: str) -> str:
    """The address in another language; the other language's first page where the address leads nowhere."""
    translated = translate_url(address, language)
    return translate_url("/", language) if translated == address else translated
