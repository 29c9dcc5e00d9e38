"""Pages of a small newspaper that does not exist, and how to read them."""

import io
import json

from articles.corpus.formats.html import HTML
from articles.corpus.formats.interface import Options

SENTENCES = (
    "أعلن مجلس البلدة أن ترميم السوق القديم سيبدأ مطلع الصيف، بعد أن وافق التجار على خطة تحفظ الواجهات الحجرية.",
    "وقالت المهندسة المشرفة إن العمل سيجري على مراحل حتى لا تغلق الدكاكين كلها في وقت واحد، وإن الكلفة لم تحدد بعد.",
    "ويعود بناء السوق إلى أكثر من قرنين، وقد تضررت أسقفه في العاصفة الأخيرة فتسربت المياه إلى مخازن القماش والحبوب.",
    "وطالب سكان الحي بأن يشمل المشروع الأزقة المجاورة، لأن شبكة الصرف فيها أقدم من السوق نفسه ولا تحتمل التأجيل.",
)
HEADLINE = "ترميم السوق القديم يبدأ مطلع الصيف"


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts or SENTENCES)


def page(body=None, head="", lang="ar"):
    """A page with what stands around an article: a menu and a footer."""
    if body is None:
        body = f"<article><h1>{HEADLINE}</h1>{paragraphs()}</article>"
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>'
        '<nav><a href="/">الرئيسية</a> <a href="/p">سياسة</a> <a href="/s">رياضة</a></nav>'
        f"{body}<footer>جميع الحقوق محفوظة للصحيفة</footer></body></html>"
    )


def meta(**contents):
    """Meta elements; two underscores stand for a colon, one for itself: og__title."""
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{text}">' for name, text in contents.items())


def json_ld(value):
    return f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>'


def read(text):
    """All that comes of a page, given as text or as bytes."""
    data = text.encode() if isinstance(text, str) else text
    return list(HTML.read(io.BytesIO(data), "page.html", Options()))


def read_one(text):
    (found,) = read(text)
    return found


def texts(article, kind="paragraph"):
    return [block.text for block in article.blocks if block.kind == kind]
