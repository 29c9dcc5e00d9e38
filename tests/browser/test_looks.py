"""The judge of the other tests of this folder finds what is wrong in one look alone."""

from tests.browser.looks import faults

PAGE = """<!doctype html><html lang="ar" dir="rtl"><title>خبر</title>
<main><h1>خبر</h1><p>فاض النهر على السدود والجسور بعد شتاء ماطر.</p></main>
<style>
p { color: #000; background: #fff }
@media (prefers-color-scheme: dark) { p { color: #ccc } }
@media (max-width: 320px) { h1 { width: 500px } }
</style></html>"""


def blank(open_page):
    """A page that no policy of the archive keeps from having styles of its own."""
    return open_page("/healthz").context.new_page()


def test_what_is_wrong_by_night_or_on_a_narrow_screen_is_found(open_page):
    page = blank(open_page)
    page.set_content(PAGE)
    for language, dark in (("", "narrow, dark"), ("/en", "desktop, dark")):
        found = faults(page, language)
        assert [fault.split(": ")[:2] for fault in found[:-1]] == [[dark, "color-contrast"]]
        assert found[-1].startswith("narrow: ")


def test_a_page_without_faults_has_none(open_page):
    page = blank(open_page)
    page.set_content(PAGE.split("<style>")[0])
    assert faults(page, "") == faults(page, "/en") == []
