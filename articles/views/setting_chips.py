"""What holds for a search beside its filters, where no control shows it: each setting a chip, which takes it back."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from articles.arabic.levels import DEFAULT
from articles.search.options import Matching
from articles.views.facets import Chip
from articles.views.search_address import SearchAddress
from articles.views.search_controls import LEVELS, MATCHINGS, with_again


def setting_chips(address: SearchAddress, href_of: Callable[[SearchAddress], str]) -> list[Chip]:
    """None for what is as usual; `href_of` gives the address of this page for another search."""
    chips = []
    if address.level is not DEFAULT:
        usual = href_of(address.with_(level=DEFAULT, left_out=()))
        chips.append(Chip(_("Forms of the words"), str(LEVELS[address.level][0]), False, usual))
    if address.matching is not Matching.AUTO:
        usual = href_of(address.with_(matching=Matching.AUTO))
        chips.append(Chip(_("Which words must be there"), str(MATCHINGS[address.matching]), False, usual))
    for form in address.left_out:
        chips.append(Chip(_("Form"), form, True, href_of(with_again(address, form))))
    if not address.joins_names:
        chips.append(Chip(_("Names"), _("only as they were typed"), False, href_of(address.with_(joins_names=True))))
    return chips
