"""Pages that say what went wrong."""

import pytest
from django.test import Client, RequestFactory
from django.utils.translation import override
from django.views.defaults import server_error

from tests.pages.reading import words


def test_a_missing_page_says_so_and_offers_ways_on(client, db):
    response = client.get("/nothing/")
    assert response.status_code == 404
    assert "لا صفحة في هذا العنوان" in words(response)
    assert 'href="/dates/"' in response.content.decode()


def test_a_missing_page_of_the_english_side_speaks_english(client, db):
    response = client.get("/en/nothing/")
    assert response.status_code == 404
    assert "There is no page at this address" in words(response)


@pytest.mark.parametrize(("address", "said"), [("/", "لم يُرسل النموذج"), ("/en/", "The form was not sent")])
def test_a_form_from_elsewhere_is_refused_in_words(db, address, said):
    response = Client(enforce_csrf_checks=True).post(f"{address}admin/login/", {"username": "x"})
    assert response.status_code == 403
    assert said in words(response)


@pytest.mark.parametrize(
    ("address", "said"), [("/", "لا جواب عن هذا الطلب"), ("/en/", "This request cannot be answered")]
)
def test_a_name_that_is_not_the_archives_is_refused_in_words(client, address, said):
    response = client.get(address, headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    assert said in words(response)
    assert "NEWSARCHIVE_ALLOWED_HOSTS" in words(response)


def test_our_own_mistakes_are_said_without_the_database():
    with override("ar"):
        response = server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "تعذّر إعداد الصفحة" in words(response)
    assert '<html lang="ar" dir="rtl">' in response.content.decode()
