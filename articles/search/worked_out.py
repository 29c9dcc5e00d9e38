"""What was worked out from one state of the index and will be asked for again: concordances, tables of words."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

from articles.search.readers import Snapshot

MOST = 128
# Of all together: lines of a concordance, rows of a table. A line takes some forty bytes.
MOST_LINES = 2_000_000


class Countable(Protocol):
    def __len__(self) -> int: ...


Thing = TypeVar("Thing", bound=Countable)
_things: OrderedDict[Hashable, Countable] = OrderedDict()
_lock = threading.Lock()


def worked_out(index: Snapshot, key: Hashable, make: Callable[[], Thing]) -> Thing:
    """What `make` makes, or made before of the same state of the index; of many the least used goes.

    Two that ask at once may both make it: neither waits for the other, nor for anybody's larger one.
    """
    full_key = (index.path, index.state, key)
    with _lock:
        if full_key in _things:
            _things.move_to_end(full_key)
            return _things[full_key]
    thing = make()
    with _lock:
        _forget_other_states(index)
        if len(thing) <= MOST_LINES // 2:
            _things[full_key] = thing
            while len(_things) > MOST or sum(map(len, _things.values())) > MOST_LINES:
                _things.popitem(last=False)
    return thing


def _forget_other_states(index: Snapshot) -> None:
    """Nobody will ask for what an earlier state of this index said."""
    for key in [key for key in _things if key[0] == index.path and key[1] != index.state]:
        del _things[key]
