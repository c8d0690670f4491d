# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the filters of the destination search and their values are called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.db.models import CharField, QuerySet, Value
from django.utils.translation import gettext as _

from amicorum.agreements.models import Agreement, Condition
from amicorum.agreements.rules import Standing
from amicorum.institutions.models import OUnitText
from amicorum.multilingual.models import Said
from amicorum.networks.models import NetworkText
from amicorum.portal import words
from amicorum.portal.labels import best_of_each
from amicorum.portal.visit import Visit
from amicorum.vocabulary import isced_f
from amicorum.vocabulary.countries import CONTINENTS
from amicorum.vocabulary.levels import eqf_level


def standing(one: str) -> str:
    """How a destination stands, in one word."""
    return {
        Standing.OPEN: _("Open"),
        Standing.FULL: _("Full"),
        Standing.CLOSED: _("Closed"),
        Standing.FUTURE: _("Future"),
        Standing.SUSPENDED: _("Suspended"),
        Standing.EXPIRED: _("Expired"),
    }[Standing(one)]


def standing_of(one: Standing, *, gives_places: bool) -> str:
    """How an agreement stands, in words; one that is in force without places for students is not closed."""
    return standing(one) if gives_places or one is not Standing.CLOSED else _("No places for students")


def filter_name(name: str) -> str:
    """What a filter is called."""
    return {
        "q": _("Text"),
        "continent": _("Continent"),
        "country": _("Country"),
        "field": _("Field of study"),
        "level": _("Level"),
        "language": _("Language"),
        "kind": _("Kind of agreement"),
        "unit": _("Open to students of"),
        "network": _("Network"),
        "term": _("Semester"),
        "standing": _("Standing"),
    }[name]


def level(number: int | str, language: str) -> str:
    """What a level of study is called: its degree, or its number where it has none."""
    return eqf_level(number).name(language).partition(" / ")[0]


def field(code: str, language: str) -> str:
    """What a field of study is called."""
    return isced_f.field(code).name(language)


@dataclass(frozen=True)
class FilterWords:
    """The names of values for one visit; units and networks are called what the database says."""

    visit: Visit
    named: Mapping[tuple[str, str], Said]

    @classmethod
    def of(cls, visit: Visit) -> Self:
        """Read the names that the vocabulary does not hold; one query."""
        units = OUnitText.objects.filter(owner__institution=visit.home.institution_id)
        rows = _texts(units, "unit", "code").union(_texts(NetworkText.objects.all(), "network", "slug"))
        named = best_of_each(visit, (((kind, key), language, text) for kind, key, language, text in rows))
        return cls(visit, named)

    def value(self, name: str, value: str) -> Said:
        """What a value of a filter is called, with the language of that name."""
        if name in ("unit", "network"):
            return self.named.get((name, value)) or Said(value, "")
        return Said(self._plain(name)(value), self.visit.language)

    def _plain(self, name: str) -> Callable[[str], str]:
        language = self.visit.language
        return {
            "q": lambda value: _("“%(text)s”") % {"text": value},
            "continent": lambda value: CONTINENTS[value].get(language) or CONTINENTS[value]["en"],
            "country": words.country_name,
            "field": lambda value: field(value, language),
            "level": lambda value: level(value, language),
            "language": words.language_name,
            "kind": lambda value: words.capital(str(Agreement.Kind(value).label)),
            "term": lambda value: words.capital(str(Condition.Term(value).label)),
            "standing": standing,
        }[name]


def _texts(texts: QuerySet[Any], kind: str, key: str) -> Any:
    """The names among these texts as rows: kind, key of the bearer, language, text."""
    names = texts.filter(field="name").annotate(bears=Value(kind, CharField()))
    return names.order_by().values_list("bears", f"owner__{key}", "language", "text")
