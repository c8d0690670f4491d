# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The identifiers by which registers know an institution: checked, and written in one form.

Each parser takes a text, returns the canonical form and raises its own kind of `NotInVocabulary`.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from amicorum.vocabulary.erasmus_codes import erasmus_code, erasmus_country
from amicorum.vocabulary.errors import (
    NotAGridId,
    NotAnIsni,
    NotAnOid,
    NotAPic,
    NotARorId,
    NotASchacId,
    NotAWikidataId,
)

__all__ = [
    "SCHEMES",
    "erasmus_code",
    "erasmus_country",
    "grid_id",
    "isni",
    "oid",
    "pic",
    "ror_id",
    "schac_id",
    "wikidata_id",
]

_CHECKED = "whose check digits agree with the rest, so it may hold a slip of the pen"

_PIC = re.compile(r"[0-9]{9}")
_OID = re.compile(r"E[0-9]{8}")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+(?=[a-z]){_LABEL}")
_DOMAIN_LENGTH = 253
_ROR = re.compile(r"(?:https?://)?(?:www\.)?(?:ror\.org/)?(0[0-9a-hjkmnp-tv-z]{6}[0-9]{2})/?")
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,14}")
_ISNI = re.compile(r"[0-9]{15}[0-9X]")
_GRID = re.compile(r"(?:https?://(?:www\.)?grid\.ac/institutes/)?(grid\.[0-9]{1,8}\.[0-9a-f]{1,3})")


def pic(text: str) -> str:
    """A Participant Identification Code: nine digits. Raises `NotAPic`."""
    plain = text.strip()
    if not _PIC.fullmatch(plain):
        raise NotAPic(text, "nine digits")
    return plain


def oid(text: str) -> str:
    """An Organisation ID of Erasmus+: E and eight digits. Raises `NotAnOid`."""
    plain = text.strip().replace("e", "E", 1)
    if not _OID.fullmatch(plain):
        raise NotAnOid(text, "E and eight digits, such as E10209370")
    return plain


def schac_id(text: str) -> str:
    """A SCHAC home organisation: a domain name in small letters, without scheme or path.

    Raises `NotASchacId`.
    """
    plain = text.strip()
    # Before folding the case: some letters outside ASCII become ASCII ones by it.
    if not plain.isascii() or len(plain) > _DOMAIN_LENGTH or not _DOMAIN.fullmatch(plain.lower()):
        raise NotASchacId(text, "a domain name, such as uw.edu.pl")
    return plain.lower()


def ror_id(text: str) -> str:
    """The nine characters of a ROR id, also from its address `https://ror.org/...`. Raises `NotARorId`.

    The last two digits are a check number (ISO 7064 MOD 97-10) over the others, which are a number in
    Crockford's base 32.
    """
    plain = text.strip()
    match = _ROR.fullmatch(plain.lower()) if plain.isascii() else None
    if match is None:
        raise NotARorId(text, "0, six letters or digits and two digits, such as 027bh9e22")
    if not _ror_check_holds(match[1]):
        raise NotARorId(text, f"an id {_CHECKED}")
    return match[1]


def _ror_check_holds(plain: str) -> bool:
    number = 0
    for character in plain[:7]:
        number = 32 * number + _CROCKFORD.index(character)
    return (100 * number + int(plain[7:])) % 97 == 1


def wikidata_id(text: str) -> str:
    """The id of a Wikidata item: Q and a number. Raises `NotAWikidataId`."""
    plain = text.strip().replace("q", "Q", 1)
    if not _WIKIDATA.fullmatch(plain):
        raise NotAWikidataId(text, "Q and a number, such as Q156598")
    return plain


def isni(text: str) -> str:
    """An ISNI as 16 characters without spaces, its check character (ISO 7064 MOD 11-2) verified.

    Raises `NotAnIsni`.
    """
    plain = "".join(text.split()).replace("x", "X")
    if not _ISNI.fullmatch(plain):
        raise NotAnIsni(text, "16 digits of which the last may be X")
    if not _isni_check_holds(plain):
        raise NotAnIsni(text, f"a number {_CHECKED}")
    return plain


def _isni_check_holds(plain: str) -> bool:
    total = 0
    for digit in plain[:15]:
        total = 2 * (total + int(digit))
    return "0123456789X"[(12 - total % 11) % 11] == plain[15]


def grid_id(text: str) -> str:
    """An id of the GRID register, closed in 2021, also from its address. Raises `NotAGridId`."""
    match = _GRID.fullmatch(text.strip())
    if match is None:
        raise NotAGridId(text, "an id such as grid.5132.5")
    return match[1]


SCHEMES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "ror": ror_id,
        "erasmus": erasmus_code,
        "pic": pic,
        "oid": oid,
        "schac": schac_id,
        "wikidata": wikidata_id,
        "isni": isni,
        "grid": grid_id,
    }
)
"""The parser of each scheme by which an institution can be known."""
