"""Files made to harm, through the command: refused with a reason, the rest imported, memory bounded."""

import gzip
import io
import json
import zipfile

import pytest

from tests.importing.pages import FLOOD, FLOOD_TEXT, MONDAY

MOST_MEMORY = 600  # megabytes; an import of harmless records takes some 100
GOOD = json.dumps({"title": FLOOD, "text": "\n\n".join(FLOOD_TEXT)}, ensure_ascii=False).encode() + b"\n"
LAST = json.dumps({"title": "موسم وفير للقمح", "text": MONDAY[0]}, ensure_ascii=False).encode() + b"\n"


def between(line):
    """A hostile line between two good ones."""
    return GOOD + line + b"\n" + LAST


def record(**fields):
    return json.dumps({"title": "خبر غريب", "text": MONDAY[0] + " وهذا غيره.", **fields}, ensure_ascii=False).encode()


def bomb():
    """A small file that unpacks to a good record and 300 MB of one line."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9) as packed:
        packed.write(GOOD)
        for _ in range(300):
            packed.write(b" " * 2**20)
    return out.getvalue()


def zip_of(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def bomb_zip():
    return zip_of({"a.jsonl": GOOD, "bomb.jsonl": b'{"title":"' + b"a" * 200 * 2**20, "z.jsonl": LAST})


HOSTILE = {
    "a long line": (
        "a.jsonl",
        lambda: between(b'{"title":"' + b"a" * 30 * 2**20 + b'"}'),
        "line 2: a record of more than",
    ),
    "deep JSON": ("a.jsonl", lambda: between(b"[" * 2**20), "line 2: nested too deeply"),
    "deep JSON in a field": (
        "a.jsonl",
        lambda: between(b'{"title":' + b'{"a":' * 200_000 + b"1" + b"}" * 200_001),
        "line 2: nested too deeply",
    ),
    "a deep array": ("a.json", lambda: b"[" + GOOD + b"," + b"[" * 2**20 + b"]" * 2**20 + b"," + LAST + b"]", "nested"),
    "a million tags": (
        "a.jsonl",
        lambda: between(record(tags=[f"و{number}" for number in range(1_000_000)])),
        "line 2: tags: more than 100",
    ),
    "a million tags in a text": (
        "a.jsonl",
        lambda: between(record(tags="،".join(f"و{number}" for number in range(1_000_000)))),
        "line 2: tags",
    ),
    "a million values": ("a.jsonl", lambda: between(record(x=[[]] * 3_000_000)), "line 2: more than"),
    "a long number": ("a.jsonl", lambda: between(b'{"title": ' + b"9" * 2**20 + b"}"), "line 2: a number"),
    "a wide table": (
        "a.csv",
        lambda: (
            b"title,text\n" + f'{FLOOD},"{FLOOD_TEXT[0]}"\n'.encode() + b"," * 2**22 + f"\nقمح,{MONDAY[0]}\n".encode()
        ),
        "line 3",
    ),
    "broken letters": ("a.jsonl", lambda: between(b'{"title": "\xff\xfe"}'), "line 2: not UTF-8"),
    "broken letters among escaped ones": (
        "a.jsonl",
        lambda: (
            json.dumps(json.loads(GOOD)).encode() + b'\n{"title": "\xff\xfe"}\n' + json.dumps(json.loads(LAST)).encode()
        ),
        "line 2: not UTF-8",
    ),
    "a NUL": ("a.jsonl", lambda: between(b'{"title": "\0", "text": "\0"}'), "line 2: no headline"),
    "broken letters in a table": (
        "a.csv",
        lambda: (
            f'title,text\n{FLOOD},"{FLOOD_TEXT[0]}"\n'.encode() + b"\xff\xfe,\xff\n" + f"قمح,{MONDAY[0]}\n".encode()
        ),
        "line 3: bytes that are not UTF-8",
    ),
    "a bomb": ("a.jsonl.gz", bomb, "a.jsonl.gz"),
    "a bomb in an archive": ("a.zip", bomb_zip, "bomb.jsonl"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_harms_is_refused_and_the_rest_imported(what, new_archive, tmp_path):
    name, make, said = HOSTILE[what]
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / name).write_bytes(make())
    (folder / "z.jsonl").write_bytes(LAST)
    archive = new_archive(tmp_path / "data")
    told, megabytes = archive.measure("import_dump", folder, "--no-index", status=1)
    assert said in told
    assert "Traceback" not in told
    assert len(told) < 10_000
    assert megabytes < MOST_MEMORY
    assert {FLOOD, "موسم وفير للقمح"} <= archive.headlines()


def test_members_that_lead_out_of_an_archive_lead_nowhere(new_archive, tmp_path):
    names = ["../../outside.jsonl", "/etc/outside.jsonl", "C:\\outside.jsonl", "a/../../b.jsonl", "x\u202egpj.jsonl"]
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "a.zip"
    members = {name: record(title=f"خبر {at}", text=f"نص الخبر رقم {at}.") + b"\n" for at, name in enumerate(names)}
    path.write_bytes(zip_of(members))
    archive = new_archive(tmp_path / "data")
    before = sorted(tmp_path.rglob("*.jsonl"))
    archive.run("import_dump", path, "--no-index")
    assert sorted(tmp_path.rglob("*.jsonl")) == before
    found = archive.articles()
    assert len(found) == len(names)
    shown = "".join(at["dump"] for item in found for at in item["provenance"])
    assert "/../" not in shown
    assert "\u202e" not in shown


def test_controls_and_direction_overrides_do_not_reach_the_archive(new_archive, tmp_path):
    turned = {
        "title": "خبر\u202eمقلوب\u0000 \u2066هنا\x1b[31m",
        "text": f"{MONDAY[0]}\u202e\u0000\x07\ud800",
        "author": "سعاد\u202eمنصور",
        "tags": ["وسم\u0000", "آخر\u202e"],
        "id": "x\u202ey\u0000",
        "site": "صحيفة\u2067النهر",
        "url": "https://nahr.example/\u202ea\u0000",
        "summary": "ملخص\ud800\x00",
    }
    path = tmp_path / "a.jsonl"
    path.write_bytes(GOOD + json.dumps(turned).encode() + b"\n" + LAST)
    archive = new_archive(tmp_path / "data")
    archive.measure("import_dump", path, "--no-index", status=1)
    found = archive.articles()
    assert len(found) == 3
    told = json.dumps(found, ensure_ascii=False)
    assert not set("\u202e\u2066\u2067\u0000\x1b\x07\ud800") & set(told)
    assert not any(escape in told for escape in ("\\u0000", "\\u001b", "\\u0007"))
