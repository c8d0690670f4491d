# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A long list in pages, whose numbers stand in the address."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from amicorum.agreements.destinations import UnableToFilter

PAGE = "page"
A_PAGE = 20
"""Entries on a page."""
LONGEST_NUMBER = 9
"""Digits of a number of a page."""
AROUND = 2
"""Pages on either side of this one that are linked, besides the first and the last."""


@dataclass(frozen=True)
class Paging:
    """Which page of a list of `total` entries is shown, and which was asked for."""

    total: int
    asked: int

    @property
    def last(self) -> int:
        return max(1, -(-self.total // A_PAGE))

    @property
    def number(self) -> int:
        """The page that is shown: the one asked for, or the last one where there are not so many."""
        return min(self.asked, self.last)

    @property
    def is_beyond(self) -> bool:
        """Whether a page was asked for that there is not."""
        return self.asked > self.last

    @property
    def stretch(self) -> tuple[int, int]:
        """Where the page starts in the list and where it stops."""
        return (self.number - 1) * A_PAGE, self.number * A_PAGE

    @property
    def first_shown(self) -> int:
        return self.stretch[0] + 1

    @property
    def last_shown(self) -> int:
        return min(self.stretch[1], self.total)

    def numbers(self) -> Iterator[int]:
        """The pages that are linked: the first, the last, and those around this one; 0 stands for a gap."""
        around = range(max(1, self.number - AROUND), min(self.last, self.number + AROUND) + 1)
        before = 0
        for number in sorted({1, *around, self.last}):
            if number > before + 1:
                yield 0
            yield number
            before = number


def asked_page(text: str) -> int:
    """The number of a page in an address; raises `UnableToFilter` for what is none."""
    plain = text.strip() or "1"
    if not (plain.isascii() and plain.isdecimal() and len(plain) <= LONGEST_NUMBER and int(plain)):
        raise UnableToFilter(_("A page has a number from 1 on."))
    return int(plain)
