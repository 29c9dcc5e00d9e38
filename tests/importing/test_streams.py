"""Many records at once: none is lost, whatever their headlines, their order and the files they come in."""

import json
import random

import pytest

from articles.models import Appearance, Article
from tests.importing.commands import empty_archive, export, import_dump
from tests.importing.pages import snapshot

pytestmark = pytest.mark.django_db

SUBJECTS = ["الميناء", "السوق", "الجسر", "المدرسة", "المستشفى", "المطار", "السد", "المصنع", "الملعب", "المكتبة"]
DEEDS = ["افتتح", "أغلق", "رمّم", "وسّع", "زار", "نقل", "أجّل", "أنجز", "أضاء", "حرس"]
PEOPLE = ["المحافظ", "الوزير", "المهندس", "العمدة", "التاجر", "الطبيب", "المعلم", "القاضي", "السفير", "المدير"]
TOWNS = ["صنعاء", "دمشق", "الرباط", "تونس", "بيروت", "عمّان", "الموصل", "أسوان", "صلالة", "طرابلس"]


def record(number, *, addressed=True):
    """A bulletin whose headline comes back every twenty records and whose text never does."""
    chance = random.Random(number)
    text = "\n\n".join(
        " ".join(chance.choice(words) for words in (DEEDS, PEOPLE, SUBJECTS, TOWNS) * 3)
        + f" للمرة {number * 7 + part}."
        for part in range(3)
    )
    url = {"link": f"https://nahr.example/bulletin?id={number}"} if addressed else {}
    return {"title": f"نشرة الساعة {number % 20 + 1}", "content": text, "id": number, "site": "إذاعة النهر", **url}


def write(path, records):
    path.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in records), encoding="utf-8")
    return path


@pytest.mark.parametrize("addressed", [True, False], ids=["with addresses", "without addresses"])
def test_different_texts_under_few_headlines_all_arrive(tmp_path, addressed):
    records = [record(number, addressed=addressed) for number in range(500)]
    path = write(tmp_path / "a.jsonl", records)
    import_dump(path)
    assert dict(Article.objects.values_list("outside_id", "headline")) == {
        str(item["id"]): item["title"] for item in records
    }
    assert not Article.objects.exclude(review="").exists()
    before = export()
    assert [item["blocks"][0]["text"] for item in before] == [item["content"].split("\n\n")[0] for item in records]
    import_dump(path)
    import_dump(write(tmp_path / "b.jsonl", [*records[:250], {}, *records[250:]]), status=1)
    again = export()
    assert [item["id"] for item in again] == [item["id"] for item in before]
    assert Appearance.objects.count() == 1000


def test_order_and_files_change_nothing(tmp_path):
    records = [record(number, addressed=number % 3 != 0) for number in range(300)]
    records += [record(number) for number in range(0, 300, 7)]

    def archive():
        found = snapshot()
        for item in found:
            del item["id"], item["provenance"]
            item["seen"].sort(key=lambda seen: json.dumps(seen, sort_keys=True))
        return sorted(found, key=lambda item: json.dumps(item, ensure_ascii=False))

    import_dump(write(tmp_path / "a.jsonl", records))
    expected = archive()
    mixed = random.Random(1).sample(records, len(records))
    for number, files in enumerate([[mixed], [mixed[:100], mixed[100:]], [records[170:], records[:170]]]):
        empty_archive()
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, part in enumerate(files):
            write(folder / f"{name}.jsonl", part)
        import_dump(folder)
        assert archive() == expected
