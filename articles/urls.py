"""The addresses of pages. They are fixed: what stands under one of them stays there."""

from django.urls import path, register_converter

from articles.models import Author, Place, Section, Source, Tag
from articles.views import (
    api_page,
    article,
    article_picture,
    article_text,
    authorities,
    citations,
    compare,
    concordance,
    dates,
    distinctive,
    facet_page,
    feeds,
    home,
    on_this_day,
    opensearch,
    random_article,
    search,
    search_feed,
    search_help,
    statistics,
    suggestions,
    taking_away,
    versions,
)

register_converter(dates.YearConverter, "yyyy")
register_converter(dates.TwoDigitConverter, "dd")
register_converter(citations.FormatConverter, "citation_format")
register_converter(taking_away.KindConverter, "export_kind")


def authority_paths(plural: str, model):
    """The list of one kind of authority, and a page for each."""
    name = model._meta.model_name
    return [
        path(f"{plural}/", authorities.authority_list, {"model": model}, name=f"{name}_list"),
        path(f"{plural}/<int:pk>/", authorities.authority_page, {"model": model}, name=f"{name}_detail"),
        path(f"{plural}/<int:pk>/feed.atom", feeds.authority_feed, {"model": model}, name=f"{name}_feed"),
    ]


urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.search_page, name="search"),
    path("search/concordance/", concordance.concordance_page, name="concordance"),
    path("search/concordance.csv", concordance.concordance_file, name="concordance_file"),
    path("search/words/", distinctive.distinctive_page, name="distinctive_words"),
    path("search/words.csv", distinctive.distinctive_file, name="distinctive_words_file"),
    path("compare/", compare.compare_page, name="compare"),
    path("compare.csv", compare.compare_csv, name="compare_csv"),
    path("compare.svg", compare.compare_svg, name="compare_svg"),
    path("compare.png", compare.compare_png, name="compare_png"),
    path("search/help", search_help.search_help, name="search_help"),
    path("search/facets/<slug:field>", facet_page.facet_page, name="facet"),
    path("search/suggest", suggestions.suggest, name="suggest"),
    path("search/export.<export_kind:extension>", taking_away.export, name="export"),
    path("search/feed.atom", search_feed.search_feed, name="search_feed"),
    path("api/", api_page.api_page, name="api_page"),
    path("articles/<int:pk>/", article.article_page, name="article_detail"),
    path("articles/<int:pk>/text", article_text.article_text, name="article_text"),
    path("articles/<int:pk>/picture.png", article_picture.article_picture, name="article_picture"),
    path("articles/<int:pk>/citation.<citation_format:extension>", citations.citation_file, name="citation"),
    path("articles/<int:pk>/versions/<int:appearance_pk>/", versions.version_page, name="version"),
    path("dates/", dates.date_list, name="date_list"),
    path("on-this-day/", on_this_day.today_page, name="on_this_day"),
    path("on-this-day/<dd:month>/<dd:day>/", on_this_day.day_of_year_page, name="on_this_day"),
    path("on-this-day/hijri/<dd:month>/<dd:day>/", on_this_day.hijri_day_page, name="on_this_hijri_day"),
    path("random/", random_article.random_article, name="random_article"),
    path("statistics/", statistics.statistics_page, name="statistics"),
    path("feed.atom", feeds.archive_feed, name="archive_feed"),
    path("opensearch.xml", opensearch.description, name="opensearch"),
    path("dates/undated/", dates.undated_page, name="undated"),
    path("dates/<yyyy:year>/", dates.year_page, name="year"),
    path("dates/<yyyy:year>/<dd:month>/", dates.month_page, name="month"),
    path("dates/<yyyy:year>/<dd:month>/<dd:day>/", dates.day_page, name="day"),
    *authority_paths("sources", Source),
    *authority_paths("sections", Section),
    *authority_paths("authors", Author),
    *authority_paths("places", Place),
    *authority_paths("tags", Tag),
]
