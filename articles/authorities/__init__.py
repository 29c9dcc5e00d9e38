"""From a name on a page to its row: sources, sections, authors, places and tags.

A name is kept as the page has it. The same name in another folding (`articles.arabic.folding.key`: other hamza seats,
marks, quotation marks, case) finds the row that is there, so that أنقرة and انقرة are one place.

What depends on the order of arrival: of several spellings of one name, the first to come is the one that the row shows,
and an unquoted byline that is an outlet's name is taken for a desk only where that outlet is known already. Two imports
at the same moment may make a row each for two spellings of one name; one spelling never has two rows.
"""

from articles.authorities.names import is_latin, name_key, tidy
from articles.authorities.rows import Authorities
from articles.authorities.tags import NameTaken, check_names, merge_tags, set_names

__all__ = ["Authorities", "NameTaken", "check_names", "is_latin", "merge_tags", "name_key", "set_names", "tidy"]
