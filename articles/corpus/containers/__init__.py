"""What stands in a path: a file as itself, what is behind a compression, what is inside an archive.

`members` says what there is, one by one and in order. Nothing is written to disk, and neither memory nor time grows
beyond what the size of the file allows, whatever it holds (`budget`).
"""

from articles.corpus.containers.found import Found, PassedOver, Refused, is_passed_over
from articles.corpus.containers.opening import members

__all__ = ["Found", "PassedOver", "Refused", "is_passed_over", "members"]
