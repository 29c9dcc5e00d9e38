"""Addresses as keys: plain ones, which are read at a glance, as those that are taken apart."""

from hypothesis import given
from hypothesis import strategies as st

from articles.importing.addresses import address_key

hosts = st.sampled_from(["example.org", "a.b", "WWW.Example.org", "x:80", "x:8080", "", "سوق.example", "[::1]"])
paths = st.text(st.sampled_from("/a.-_مقال%41 ;:@\t\u200b"), max_size=12)
schemes = st.sampled_from(["http://", "https://", "HTTP://", "//"])


@given(schemes, hosts, paths)
def test_an_empty_fragment_changes_nothing(scheme, host, path):
    url = f"{scheme}{host}/{path}".strip()
    assert address_key(url) == address_key(f"{url}#")


@given(hosts, paths)
def test_the_scheme_and_a_last_slash_change_nothing(host, path):
    assert address_key(f"http://{host}/{path}x") == address_key(f"https://{host}/{path}x/")


def test_the_path_and_what_is_asked_tell_pages_apart():
    urls = ["http://a.b/1", "http://a.b/2", "http://a.b/1?p=2", "http://a.c/1", "http://a.b:8080/1"]
    assert len(set(map(address_key, urls))) == len(urls)


def test_pages_behind_a_hash_are_told_apart_and_places_on_a_page_are_not():
    assert len({address_key(f"http://a.b/{page}") for page in ("#/news/1", "#/news/2", "#!/news/1", "")}) == 4
    assert address_key("http://a.b/1#comments") == address_key("http://a.b/1")


def test_an_escaped_letter_is_the_letter():
    assert address_key("http://a.b/%D8%AE%D8%A8%D8%B1") == address_key("http://a.b/خبر")
