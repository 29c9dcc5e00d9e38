"""The search that an address asks for, as everything beside the search page reads it: feeds and files."""

from django.http import HttpRequest

from articles.search.errors import IndexUnavailable
from articles.search.folders import index_path
from articles.search.readers import Snapshot, snapshot
from articles.views.archive_state import archive_state
from articles.views.facets import Labels, drop_unknown
from articles.views.search_address import SearchAddress


def address_of(request: HttpRequest) -> SearchAddress:
    """As the page has it: what it leaves aside of an address is left aside here too."""
    address, _notices = drop_unknown(SearchAddress.read(request.GET), Labels(request))
    return address


def search_state(request: HttpRequest) -> str:
    """The state of all that an answer is made of: of the archive, and of the index, which follows it."""
    return f"{archive_state(request)} {index_state()}"


def index_state() -> str:
    """A name for what the index holds now; it changes with every commit."""
    try:
        return name_of_state(snapshot(index_path()))
    except IndexUnavailable:
        return "unavailable"


def name_of_state(index: Snapshot) -> str:
    folder, commit = index.state
    return f"{folder} {commit}"
