"""Searching the archive from a terminal or a script."""

import json
import sys
from dataclasses import asdict

from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseError
from django.db import connection
from django.utils.translation import override

from articles.arabic.levels import DEFAULT, Level
from articles.arabic.snippets import passages
from articles.management.printing import Printer, leave_unread
from articles.models import Article
from articles.search.accounts import explain
from articles.search.errors import IndexUnavailable
from articles.search.language.wording import describe
from articles.search.options import Options
from articles.search.searching import SearchPage, SearchRequest, answer

_SNIPPETS, _LENGTH = 2, 240


class Command(BaseCommand):
    help = (
        "Searches the archive: headlines and passages, the best first. A query that begins with a dash goes after --."
    )

    def add_arguments(self, parser):
        parser.add_argument("query", nargs="+", help="words, or a phrase in quotation marks within the argument")
        parser.add_argument("--limit", type=_count, default=10, metavar="N", help="how many articles to show (10)")
        parser.add_argument("--json", action="store_true", help="one JSON object; snippets are plain text, unmarked")
        parser.add_argument("--level", type=Level, choices=list(Level), default=DEFAULT, help="level of form (light)")
        parser.add_argument("--explain", action="store_true", help="say what each word gave to the score of each hit")
        parser.add_argument("--shape", action="store_true", help="join and order Arabic, for terminals that do not")

    def handle(self, *, query: list[str], limit: int, **options):
        try:
            if Article._meta.db_table not in connection.introspection.table_names():
                raise CommandError("The archive is empty: run `make run` or `manage.py migrate` first.")
            answered = answer(SearchRequest(" ".join(query), limit=limit, options=Options(options["level"]), facets=()))
            found = answered.page()
            hits = _hits(found)
            if options["explain"]:
                for hit in hits:
                    hit["explanation"] = [asdict(part) for part in explain(answered, hit["id"])]
        except IndexUnavailable as error:
            raise CommandError(f"The archive cannot be searched: {error}") from error
        except DatabaseError as error:
            raise CommandError(f"The archive's database cannot be read; has it been set up? {error}") from error
        try:
            if options["json"]:
                self.stdout.write(json.dumps({"total": found.total, "hits": hits}, ensure_ascii=False, indent=2))
            else:
                self._print(Printer(self.stdout, self.stderr, shape=options["shape"]), found, hits)
            sys.stdout.flush()
        except BrokenPipeError:
            leave_unread(sys.stdout)

    def _print(self, printer: Printer, found: SearchPage, hits: list[dict]) -> None:
        if found.is_empty_question:
            printer.line("The query is of marks alone: there is no word in it to search for.")
            return
        printer.line(f"{found.total} articles")
        if found.ignored:
            printer.line(f"Passed over: {' '.join(found.ignored)}")
        # The command speaks English, whatever the archive's pages speak.
        with override("en"):
            mistakes = [describe(mistake) for mistake in found.mistakes]
        for mistake in mistakes:
            printer.line(f"In the query: {mistake}")
        if found.corrected:
            printer.line(f"Rightly written: {found.corrected}")
        if found.is_cut:
            printer.line("The query was too long; its end was not searched.")
        for hit in hits:
            printer.line()
            printer.line(f"{hit['id']}  {hit['headline']}")
            for snippet in hit["snippets"]:
                printer.line(f"    {snippet}")
            for part in hit.get("explanation", ()):
                printer.line(f"    {part['score']:8.3f}  {part['what']}  {part['word']}".rstrip())


def _hits(found: SearchPage) -> list[dict]:
    articles = Article.objects.published().prefetch_related("blocks").in_bulk([hit.article_id for hit in found.hits])
    return [
        {
            "id": hit.article_id,
            "headline": articles[hit.article_id].headline,
            "score": round(hit.score, 4),
            "snippets": _snippets(articles[hit.article_id], found),
        }
        for hit in found.hits
        if hit.article_id in articles
    ]


def _snippets(article: Article, found: SearchPage) -> list[str]:
    texts = [text for text in (article.deck, *(block.text for block in article.blocks.all())) if text]
    return [passage.text for passage in passages(texts, found.wanted, limit=_SNIPPETS, length=_LENGTH)]


def _count(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(text)
    return int(text)
