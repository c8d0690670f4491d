# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Levels of study (European Qualifications Framework) and of language (Common European Framework)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from amicorum.vocabulary.errors import NotALanguage, NotALanguageLevel, NotALevel
from amicorum.vocabulary.tables import rows, text_in, texts

# The well-formed tags of RFC 5646 but for its irregular and grandfathered ones, whether registered or not.
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-x(?:-[a-z0-9]{1,8})+)?"
)
_LANGUAGE_LENGTH = 35


@dataclass(frozen=True, order=True, slots=True)
class EqfLevel:
    """A level of the EQF, 1 to 8; texts by language.

    `names` is the typical degree, or the bare level where none is typical; `cycles` the cycle of the
    European Higher Education Area, empty below level 5; `summaries` are our own words.
    """

    number: int
    names: Mapping[str, str] = field(compare=False, repr=False)
    cycles: Mapping[str, str] = field(compare=False, repr=False)
    summaries: Mapping[str, str] = field(compare=False, repr=False)

    def name(self, language: str) -> str:
        """The name in the language, else in English."""
        return text_in(language, self.names)

    def summary(self, language: str) -> str:
        """What somebody at this level can do, in the language, else in English."""
        return text_in(language, self.summaries)

    def __str__(self) -> str:
        return str(self.number)


@cache
def eqf_levels() -> tuple[EqfLevel, ...]:
    """The eight levels, the lowest first."""
    return tuple(_eqf_level(row) for row in rows("eqf_levels"))


def _eqf_level(row: Mapping[str, str]) -> EqfLevel:
    number = row["eqf_level"]
    bare = {"en": f"EQF level {number}", "nl": f"EQF-niveau {number}"}
    return EqfLevel(
        int(number), texts(row, "typical_degree") or bare, texts(row, "qf_ehea_cycle"), texts(row, "summary")
    )


def eqf_level(given: str | int) -> EqfLevel:
    """The level with this number, 1 to 8; raises `NotALevel`."""
    wanted = str(given).strip()
    for level in eqf_levels():
        if str(level) == wanted:
            return level
    raise NotALevel(given, "a whole number from 1 to 8")


@dataclass(frozen=True, order=True, slots=True)
class LanguageLevel:
    """A level of the CEFR, or NATIVE, which lists use beside them; ordered by `rank`, 1 to 7."""

    rank: int
    code: str
    bands: Mapping[str, str] = field(compare=False, repr=False)
    summaries: Mapping[str, str] = field(compare=False, repr=False)

    def band(self, language: str) -> str:
        """The kind of user (basic, independent, proficient, native), in the language, else in English."""
        return text_in(language, self.bands)

    def __str__(self) -> str:
        return self.code


@cache
def cefr_levels() -> tuple[LanguageLevel, ...]:
    """A1 to C2 and NATIVE, the lowest first."""
    return tuple(
        LanguageLevel(int(row["rank"]), row["code"], texts(row, "band"), texts(row, "summary"))
        for row in rows("cefr")
    )


def cefr(text: str) -> LanguageLevel:
    """The language level with this code, in capitals or not; raises `NotALanguageLevel`."""
    wanted = text.strip().upper()
    for level in cefr_levels():
        if level.code == wanted:
            return level
    raise NotALanguageLevel(text, "A1, A2, B1, B2, C1, C2 or NATIVE")


def language(text: str) -> str:
    """The language tag in the usual case (`nl`, `pt-BR`, `zh-Hant`), checked by its syntax only.

    Whether such a language is registered is not asked. Raises `NotALanguage`.
    """
    plain = text.strip()
    tag = _in_usual_case(plain) if plain.isascii() and len(plain) <= _LANGUAGE_LENGTH else ""
    if not _LANGUAGE.fullmatch(tag):
        raise NotALanguage(text, "a tag after BCP 47, such as nl, pt-BR or zh-Hant")
    return tag


def _in_usual_case(tag: str) -> str:
    main, *rest = tag.lower().split("-")
    in_private_use = False
    parts = [main]
    for part in rest:
        in_private_use = in_private_use or part == "x"
        parts.append(part if in_private_use else _subtag_in_usual_case(part))
    return "-".join(parts)


def _subtag_in_usual_case(part: str) -> str:
    if not part.isalpha():
        return part
    return {2: part.upper(), 4: part.capitalize()}.get(len(part), part)
