"""Links that pages make: from the main article of a dump to all else that stands in it. A projection of appearances."""

from articles.models import Appearance, Article, Link

MAIN = Appearance.Role.MAIN
BESIDE_MAIN = [role for role in Appearance.Role.values if role != MAIN]


def settle_links(dumps: set[int], merged: dict[int, Article]) -> None:
    """Make right the page links of all articles that stand in these dumps, where something is new or went elsewhere."""
    # A file of records has main articles only, maybe a hundred thousand: no page, no links.
    on_pages = Appearance.objects.filter(dump__in=dumps, role__in=BESIDE_MAIN)
    dumps = set(on_pages.values_list("dump_id", flat=True).distinct())
    if not dumps and not merged:
        return
    articles = set(Appearance.objects.filter(role=MAIN, dump__in=dumps).values_list("article_id", flat=True))
    articles |= {article.pk for article in merged.values()}
    articles |= set(
        Link.objects.filter(origin=Link.Origin.PAGE, from_article__appearances__dump__in=dumps).values_list(
            "from_article_id", flat=True
        )
    )
    write(wanted_links(articles), articles)


def wanted_links(articles: set[int]) -> dict[tuple[int, int, str], int]:
    """The links that the pages of these articles make: from, to and kind, with the first line at which each stands."""
    mains = dict(Appearance.objects.filter(role=MAIN, article__in=articles).values_list("dump_id", "article_id"))
    others = Appearance.objects.filter(dump__in=mains).exclude(role=MAIN)
    wanted = {}
    for dump, article, role, line in others.values_list("dump_id", "article_id", "role", "first_line"):
        if article != mains[dump]:
            link = (mains[dump], article, role)
            wanted[link] = min(line, wanted.get(link, line))
    return wanted


def write(wanted: dict[tuple[int, int, str], int], articles: set[int]) -> None:
    """Bring the links with origin `page` in line; a link that an editor had made before is the page's from now on."""
    present = {
        (link.from_article_id, link.to_article_id, link.kind): link
        for link in Link.objects.filter(from_article__in=articles)
    }
    gone = [link.pk for key, link in present.items() if link.origin == Link.Origin.PAGE and key not in wanted]
    Link.objects.filter(pk__in=gone).delete()
    changed = []
    for key, line in wanted.items():
        link = present.get(key)
        if link and (link.origin, link.position) != (Link.Origin.PAGE, line):
            link.origin, link.position = Link.Origin.PAGE, line
            changed.append(link)
    Link.objects.bulk_update(changed, ["origin", "position"], batch_size=500)
    Link.objects.bulk_create(
        Link(from_article_id=start, to_article_id=end, kind=kind, origin=Link.Origin.PAGE, position=line)
        for (start, end, kind), line in wanted.items()
        if (start, end, kind) not in present
    )
