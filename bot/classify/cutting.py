"""Where a message is cut into parts, and which of them ask something.

The listener's encoder tags each word piece of a message: whether a part begins with it, and
whether its part asks. It has learnt that from turns of conversations that people cut by hand
(`tools/encoder/listener.py`).
"""

from __future__ import annotations

from typing import Final

TAGS: Final = ("begins_asking", "goes_on_asking", "begins_saying", "goes_on_saying")
BEGINS_ASKING, GOES_ON_ASKING, BEGINS_SAYING, GOES_ON_SAYING = range(len(TAGS))
