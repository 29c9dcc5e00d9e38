"""The picture of an article's headline, which messengers show beside its address."""

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.headline_picture import Card, draw
from articles.models import Article
from articles.templatetags.archive import ARABIC_LETTER, BIDI_CONTROL, RIGHT_TO_LEFT, digits, edtf
from articles.views.caching import ASK_AGAIN, FOR_EVER, answer_unless_known, digest_of
from articles.views.finding_article import for_article

READING, OPERATING = "fonts/NotoNaskhArabic.ttf", "fonts/PlexSansArabic-Regular.ttf"


@for_article
def article_picture(request: HttpRequest, article: Article) -> HttpResponse:
    """PNG. One asked for by the name of its state (`v`) is kept for ever, for another state has another name."""
    card = card_of(article)
    kept = FOR_EVER if request.GET.get("v") == state_of(card) else ASK_AGAIN
    return answer_unless_known(request, card, lambda: show(card), changed_at=article.changed_at, kept=kept)


def picture_address(article: Article) -> str:
    """The path of the picture in the language of the page, with the name of its state."""
    return f"{reverse('article_picture', args=[article.pk])}?v={state_of(card_of(article))}"


def card_of(article: Article) -> Card:
    """The words of the picture, without the controls by which a text could turn over what stands around it."""
    where = [article.source.label if article.source else "", edtf(article.published)]
    number = _("article number %(number)s") % {"number": digits(article.pk)}
    return Card(
        headline=clean(article.headline),
        above=" · ".join(clean(part) for part in where if part),
        below=f"{_('Arabic News Archive')} · {number}",
        is_rtl=runs_from_the_right(article),
    )


def runs_from_the_right(article: Article) -> bool:
    """By its language; where that is not known, by its letters."""
    if article.language:
        return article.language.split("-")[0].lower() in RIGHT_TO_LEFT
    return bool(ARABIC_LETTER.search(article.headline))


def state_of(card: Card) -> str:
    return digest_of(card)[:12]


def show(card: Card) -> HttpResponse:
    picture = draw(card, reading=finders.find(READING), operating=finders.find(OPERATING))
    return HttpResponse(picture, content_type="image/png")


def clean(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in BIDI_CONTROL.sub("", text))
