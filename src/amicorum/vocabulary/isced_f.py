# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fields of education and training: ISCED-F 2013 of UNESCO, with the additional codes ending in 0, 8 and 9.

English names are UNESCO's; the Dutch ones are our own, as there is no official Dutch list.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cache
from typing import Literal, cast

from amicorum.vocabulary.errors import NotAField
from amicorum.vocabulary.tables import rows, text_in, texts

Breadth = Literal["broad", "narrow", "detailed"]

_CODE = re.compile(r"[0-9]{2,4}")
_EXPECTED = "a code of two, three or four digits in the list, such as 05, 054 or 0541"


@dataclass(frozen=True, slots=True)
class Field:
    """A field; `parent` is the code of the next broader one, None for the broad fields."""

    code: str
    level: Breadth
    parent: str | None
    names: Mapping[str, str] = dataclass_field(hash=False, repr=False)

    def name(self, language: str) -> str:
        """The name in the language, else in English."""
        return text_in(language, self.names)


@cache
def _fields() -> dict[str, Field]:
    return {
        row["code"]: Field(
            row["code"], cast(Breadth, row["level"]), row["parent_code"] or None, texts(row, "name")
        )
        for row in rows("isced_f_2013")
    }


@cache
def fields() -> tuple[Field, ...]:
    """Every field, each after the broader one it belongs to."""
    return tuple(found for _, found in sorted(_fields().items()))


def field(code: str) -> Field:
    """The field with exactly this code; raises `NotAField`."""
    try:
        return _fields()[code]
    except KeyError:
        raise NotAField(code, _expected_instead_of(code)) from None


def parse_field(text: str) -> Field:
    """The field whose code the text writes, blanks around it aside; raises `NotAField`.

    A code that lost its leading zero is refused: `541` can be 0541, but 101 is a field of its own.
    """
    return field(text.strip())


@cache
def children(code: str) -> tuple[Field, ...]:
    """The fields directly below the field; raises `NotAField`."""
    return tuple(found for found in fields() if found.parent == field(code).code)


@cache
def ancestors(code: str) -> tuple[Field, ...]:
    """The broader fields above the field, the broadest first; raises `NotAField`."""
    parent = field(code).parent
    return () if parent is None else (*ancestors(parent), field(parent))


def is_within(code: str, ancestor: str) -> bool:
    """Whether the first field is the second or lies below it; raises `NotAField`."""
    wanted = field(ancestor)
    return field(code) == wanted or wanted in ancestors(code)


def _expected_instead_of(code: str) -> str:
    if _CODE.fullmatch(code) and f"0{code}" in _fields():
        return f"the code with its leading zero, 0{code}, if that is meant"
    return _EXPECTED
