"""The calendars of years and months."""

import re

from tests.pages.reading import words
from tests.pages.rows import make_article


def cell(response, day: str) -> str:
    return re.search(rf'<td class="(shade-\d)"><a href="{day}"', response.content.decode())[1]


def test_a_year_shows_its_months_with_both_names_and_its_days(client, db):
    for number in range(9):
        make_article(f"خبر {number}", day="2025-03-01")
    make_article("خبر", day="2025-03-20")
    response = client.get("/dates/2025/")
    text = words(response)
    assert "مارس (آذار) ٢٠٢٥" in text
    assert "رمضان – شوال ١٤٤٦ هـ" in text
    assert cell(response, "/dates/2025/03/01/") == "shade-4"
    assert cell(response, "/dates/2025/03/20/") == "shade-2"
    assert "/dates/2025/03/02/" not in response.content.decode()
    assert response.content.decode().count("<table") == 12


def test_a_month_tells_the_hijri_day_and_the_number_of_each_day(client, db):
    make_article("خبر", day="2025-03-05")
    text = words(client.get("/dates/2025/03/"))
    assert "٥ ٥ من الشهر الهجري ، مقال واحد" in text


def test_a_table_has_seven_days_a_week_and_each_day_once(client, db):
    make_article("خبر", day="2024-02-29")
    for address, first in (("/dates/2024/02/", "السبت"), ("/en/dates/2024/02/", "Monday")):
        html = client.get(address).content.decode()
        assert html.index(f'title="{first}"') == html.index('<abbr title="') + len("<abbr ")
        weeks = re.findall(r"<tr>(.*?)</tr>", html.partition("<tbody>")[2], re.DOTALL)
        assert {week.count("<td") for week in weeks} == {7}
        assert sum(week.count('class="shade-') for week in weeks) == 29


def test_a_day_tells_its_hijri_date_and_its_neighbours(client, db):
    for day in ("2025-02-11", "2025-03-01", "2025-06-30"):
        make_article("خبر", day=day)
    html = client.get("/dates/2025/03/01/").content.decode()
    assert "١ رمضان ١٤٤٦ هـ" in html
    assert 'rel="prev" href="/dates/2025/02/11/"' in html
    assert 'rel="next" href="/dates/2025/06/30/"' in html


def test_a_year_of_uncertain_dates_alone_has_no_calendar(client, db):
    make_article("خبر", published="1950~", published_from="1949-01-01", published_to="1951-12-31")
    response = client.get("/dates/1950/")
    assert response.status_code == 200
    assert "<table" not in response.content.decode()
