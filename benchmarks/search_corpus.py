"""Articles to measure with, as many as wanted: of a real corpus, repeated with other words, or made of the samples.

The same number gives the same articles each time, and the first of more are those of fewer.
"""

import json
import lzma
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
CORPUS = REPO.parent / "shared" / "corpora" / "news" / "saudinewsnet.jsonl.xz"
SEEDS = REPO / "seeds"

_SEED = 4
# Of a repeated article one word in so many is another, and its rare words are words that no article had before.
_ONE_IN = 4
_RARE = 3
_LETTERS = "بتجحخدرسشصعفقكلمن"
# What a made corpus puts before and behind the words of the samples, so that it has as many forms as a real one.
_BEFORE = ("", "ال", "و", "ب", "وال", "ل", "لل", "بال", "ف", "ك", "است", "م", "ي", "ت")
_BEHIND = ("", "ها", "هم", "ات", "ين", "ون", "ه", "ة", "ي", "نا", "ية", "ان")
_MADE_FORMS = 120_000


def describe(path: Path, size: int) -> str:
    """One sentence for the reader of the figures."""
    if not path.exists():
        return (
            f"{size:,} articles made of the words of seeds/ and forms of them, drawn by Zipf's law: "
            "figures to compare with each other, not with those of real text."
        )
    real = sum(1 for _ in _lines(path))
    if size <= real:
        return f"the first {size:,} articles of {path.name}."
    return (
        f"the {real:,} articles of {path.name}, and these again up to {size:,}: each time with one word in {_ONE_IN} "
        "drawn anew from all words, rare words changed by a letter, and other identities and days."
    )


def records(path: Path, size: int) -> Iterator[dict]:
    """`size` articles as `import_dump` reads them: id, title, text, date, source, section, url, author."""
    yield from islice(_repeated(path) if path.exists() else _made(), size)


def _lines(path: Path) -> Iterator[bytes]:
    with lzma.open(path) if path.suffix == ".xz" else path.open("rb") as lines:
        yield from lines


def _repeated(path: Path) -> Iterator[dict]:
    frequencies: Counter[str] = Counter()
    running: list[str] = []
    for number, line in enumerate(_lines(path)):
        record = json.loads(line)
        words = record["text"].split()
        frequencies.update(words)
        if number % 10 == 0:
            running += words
        yield record
    for copy in count(1):
        draw = random.Random(_SEED * 1000 + copy)  # noqa: S311 (the same articles each time)
        for line in _lines(path):
            yield _changed(json.loads(line), copy, draw, frequencies, running)


def _changed(record: dict, copy: int, draw: random.Random, frequencies: Counter[str], running: list[str]) -> dict:
    def words(text: str | None) -> str:
        return " ".join(
            running[int(draw.random() * len(running))]
            if draw.random() * _ONE_IN < 1
            else _other_letter(word, copy)
            if frequencies[word] <= _RARE
            else word
            for word in (text or "").split()
        )

    day = record["date"] and (date.fromisoformat(record["date"]) - timedelta(days=70 * copy)).isoformat()
    return record | {
        "id": f"{record['id']}-{copy}",
        "title": words(record["title"]),
        "text": "\n\n".join(map(words, record["text"].split("\n\n"))),
        "date": day,
        "url": f"{record['url']}?copy={copy}",
    }


def _other_letter(word: str, copy: int) -> str:
    """The same other word wherever this one stands in a copy."""
    place = len(word) // 2
    return word[:place] + _LETTERS[(ord(word[place]) + copy) % len(_LETTERS)] + word[place + 1 :] if word else word


def _made() -> Iterator[dict]:
    draw = random.Random(_SEED)  # noqa: S311 (the same articles each time)
    forms = _forms()
    # Zipf's law as Mandelbrot corrected it.
    total, limits = 0.0, []
    for rank in range(len(forms)):
        total += 1 / (rank + 2.7)
        limits.append(total)
    for number in count():
        length = int(draw.lognormvariate(5.5, 0.6)) + 30
        text = draw.choices(forms, cum_weights=limits, k=length)
        paragraphs = [" ".join(text[start : start + 45]) + "." for start in range(0, length, 45)]
        title = draw.choices(forms, cum_weights=limits, k=draw.randint(5, 11))
        yield {
            "id": f"made-{number}",
            "title": " ".join(title),
            "text": "\n\n".join(paragraphs),
            "date": (date(2024, 12, 31) - timedelta(days=draw.randrange(1500))).isoformat(),
            "source": f"صحيفة {draw.randrange(14) + 1}",
            "section": f"باب {draw.randrange(12) + 1}",
            "url": f"https://example.org/{number}",
            "author": f"محرر {draw.randrange(300) + 1}",
        }


def _forms() -> list[str]:
    """The words of the samples, the most frequent first, and behind them what clitics and endings make of them."""
    texts = (path.read_text(encoding="utf-8", errors="ignore") for path in sorted(SEEDS.glob("*.txt")))
    counted = Counter(word.strip("«»،.:؛؟()\"'") for text in texts for word in text.split())
    words = [word for word, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])) if word.isalpha()]
    joined = (before + word + behind for before in _BEFORE for behind in _BEHIND for word in words if len(word) > 3)
    return list(dict.fromkeys([*words, *joined]))[:_MADE_FORMS]
