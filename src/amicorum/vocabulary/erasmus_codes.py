# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erasmus codes of institutions: the country in three places, the city, a number.

The canonical form is that of the Commission's list of charter holders: `A  WIEN02`, `NL LEIDEN01`,
`IRLDUBLIN44`. The country prefixes are Erasmus's own (`reference/erasmus_country_prefixes.csv`).
Where a code is written without its spaces, two prefixes may fit (`DKOLN01`): then the cities of
`reference/erasmus_cities.csv` decide. These are the cities of the charter holders of 16 January 2025 and
8 April 2026 for which that question arises.
"""

import re
from collections.abc import Iterator
from functools import cache

from amicorum.vocabulary.errors import NotAnErasmusCode
from amicorum.vocabulary.tables import rows

_PREFIX_WIDTH = 3
_LONGEST = 100  # far beyond any code: what is longer is not looked at
# A city of two letters or more and its number; the number may stand apart in what people write.
_PLACE = re.compile(r"(?=[A-Z-]{2})([A-Z]{1,20}(?:-[A-Z]{1,20}){0,3}) ?([0-9]{1,3})")
_EXPECTED = "a country prefix, a city and a number, such as NL LEIDEN01, A  WIEN02 or IRLDUBLIN44"

_Reading = tuple[str, str, str]  # prefix, city, number


def erasmus_code(text: str) -> str:
    """The canonical form of an Erasmus code; lost or doubled spaces and small letters are mended.

    Raises `NotAnErasmusCode`, also when spaces are lost and two countries are possible: it does not guess.
    """
    words = text.split() if len(text) < _LONGEST else []
    # Before folding the case: some letters outside ASCII become ASCII ones by it.
    if not all(word.isascii() for word in words):
        raise NotAnErasmusCode(text, _EXPECTED)
    words = [word.upper() for word in words]
    if len(words) > 1 and words[0] in _countries():
        readings = list(_reading(words[0], " ".join(words[1:])))
    else:
        readings = _likely_readings("".join(words))
    return _the_only_one(readings, text)


def erasmus_country(code: str) -> str:
    """The ISO 3166 alpha-2 code of the country whose prefix an Erasmus code carries.

    It is not always the country of the institution: `B  DIEPENB07` is in the Netherlands.
    Raises `NotAnErasmusCode`.
    """
    return _countries()[erasmus_code(code)[:_PREFIX_WIDTH].rstrip()]


def _the_only_one(readings: list[_Reading], text: str) -> str:
    codes = [f"{prefix:<{_PREFIX_WIDTH}}{city}{number}" for prefix, city, number in readings]
    if len(codes) > 1:
        forms = " or ".join(f"'{code}'" for code in codes)
        raise NotAnErasmusCode(text, f"the country prefix written apart, as it can be {forms}")
    if not codes:
        raise NotAnErasmusCode(text, _EXPECTED)
    return codes[0]


def _likely_readings(compact: str) -> list[_Reading]:
    """What a code without spaces can mean: a city that is known, else a usual prefix with any city."""
    readings = [
        reading
        for width in range(1, _PREFIX_WIDTH + 1)
        for reading in _reading(compact[:width], compact[width:])
    ]
    known = [reading for reading in readings if reading[:2] in _known_cities()]
    likely = known or [reading for reading in readings if reading[0] in _usual_prefixes()]
    # A prefix of three letters leaves no space to lose: such a text is canonical already.
    return [reading for reading in likely if len(reading[0]) == _PREFIX_WIDTH] or likely


def _reading(prefix: str, place: str) -> Iterator[_Reading]:
    match = _PLACE.fullmatch(place)
    if match and prefix in _countries():
        yield prefix, match[1], match[2]


@cache
def _prefix_rows() -> tuple[tuple[str, str, int], ...]:
    """Prefix, country and number of charter holders, the most used ones first."""
    table = [
        (row["prefix"], row["alpha2"], int(row["rows_in_eche_2026_04"]))
        for row in rows("erasmus_country_prefixes")
    ]
    return tuple(sorted(table, key=lambda row: -row[2]))


@cache
def _countries() -> dict[str, str]:
    countries: dict[str, str] = {}
    for prefix, country, _ in _prefix_rows():
        countries.setdefault(prefix, country)
    return countries


@cache
def _usual_prefixes() -> frozenset[str]:
    """The most used prefix of each country: `B` and not `BE`, `RS` and not `RSP`."""
    usual: dict[str, str] = {}
    for prefix, country, _ in _prefix_rows():
        usual.setdefault(country, prefix)
    return frozenset(usual.values())


@cache
def _known_cities() -> frozenset[tuple[str, str]]:
    return frozenset((row["prefix"], row["city"]) for row in rows("erasmus_cities"))
