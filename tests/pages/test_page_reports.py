"""Whatever key the archive keeps of a page, readers see words for it, in their own language."""

import re
from pathlib import Path

import pytest
from django.utils.translation import override

from articles.corpus.formats import web_crawls
from articles.corpus.formats.detection import FORMATS
from articles.corpus.pages import TEMPLATES, TEXT_LAYER, furniture, head_lines, tables
from articles.corpus.pages.templates import dated_article
from articles.templatetags.page_reports import reason_label, template_label

ARABIC = re.compile("[ء-ي]")
NAMES = {template.name for template in TEMPLATES} | {known.name for known in FORMATS} | {TEXT_LAYER}
# What the modules name in capitals, and what the table of wordings has.
REASONS = {reason for _, reason in tables.read_table("furniture.tsv")}
REASONS |= {furniture.LIST_HEADING, furniture.MEDIA_MARK, furniture.HEADLESS_CARD}
REASONS |= {furniture.REPEATED_HEADLINE, furniture.REPEATED_CAPTION, furniture.REPEATED_DECK}
REASONS |= {head_lines.DATE_LINE, head_lines.BYLINE, head_lines.SOURCE_LINE, head_lines.TAGS_HEADING, head_lines.TAG}
REASONS |= {head_lines.COMMENT, furniture.MENU, dated_article.AGENCY, dated_article.RANK}
REASONS |= {f"a {kind} record" for kind in web_crawls._KINDS if kind not in web_crawls._PAGES}
REASONS |= {"a record of another kind"}
# Those of pages that hold no article stand where they are found out.
WEB = Path(tables.__file__).parent.parent / "formats"
REASONS |= set(re.findall(r'return "(an? [^"]+|too little text)"', (WEB / "web_judgement.py").read_text()))
REASONS |= set(re.findall(r'Skipped\([^"\n]*?, "([^"]+)"\)', "".join(path.read_text() for path in WEB.glob("*.py"))))


@pytest.mark.parametrize("name", sorted(NAMES))
def test_templates_and_formats_are_told_in_arabic(name):
    with override("ar"):
        assert ARABIC.search(template_label(name))


@pytest.mark.parametrize("reason", sorted(REASONS))
def test_reasons_are_told_in_arabic(reason):
    with override("ar"):
        assert ARABIC.search(reason_label(reason))
