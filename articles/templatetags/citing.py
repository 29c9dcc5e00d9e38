"""Tags of templates by which reference managers know an article."""

from django import template
from django.utils.html import format_html

from articles.citing.coins import context_object
from articles.models import Article
from articles.views.cited import facts_of, site_of

register = template.Library()


@register.simple_tag(takes_context=True)
def coins(context, article: Article) -> str:
    """An empty span for a line of a list, whose articles should come from `articles.views.cited.with_facts`."""
    return format_html(
        '<span class="Z3988" title="{}"></span>', context_object(facts_of(article, site_of(context["request"])))
    )
