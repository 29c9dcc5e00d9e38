"""Pages that are made one after the other in a process.

Two threads of Python do not work at once, they take each other's time: two pages made together are both ready when the
second would be, with a wait at every query to the database besides. In turn the first is ready in half that time.
"""

import threading
from collections.abc import Callable
from functools import wraps

_turn = threading.Lock()


def in_turn(view: Callable) -> Callable:
    """A view that takes some hundredths of a second, and none that waits for its reader or takes much longer."""

    @wraps(view)
    def waiting(*args, **kwargs):
        with _turn:
            return view(*args, **kwargs)

    return waiting
