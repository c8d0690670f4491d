# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a student asks for: the filters of the destination search, as the address writes them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from django.utils.translation import gettext as _

from amicorum.agreements.models import Agreement, Condition
from amicorum.agreements.rules import Standing
from amicorum.vocabulary.countries import CONTINENTS, country
from amicorum.vocabulary.errors import NotInVocabulary, shown
from amicorum.vocabulary.isced_f import parse_field
from amicorum.vocabulary.levels import eqf_level, language

LONGEST_TEXT = 200
LONGEST_VALUE = 60
MOST_VALUES = 30
"""Of one filter."""

TEXT = "q"


class UnableToFilter(ValueError):
    """What is asked for cannot be a filter; the message says why, in the reader's language."""


def _one_of(known: Iterable[str]) -> Callable[[str], str]:
    allowed = frozenset(known)

    def parse(text: str) -> str:
        if text not in allowed:
            raise ValueError(text)
        return text

    return parse


def _slug(text: str) -> str:
    """A word whose meaning only the database knows; the search asks it."""
    if not text.replace("-", "").replace("_", "").isalnum() or not text.isascii():
        raise ValueError(text)
    return text


_PARSERS: Mapping[str, Callable[[str], str]] = {
    "country": lambda text: country(text).code,
    "continent": _one_of(CONTINENTS),
    "field": lambda text: parse_field(text).code,
    "level": lambda text: str(eqf_level(text)),
    "language": language,
    "kind": _one_of(Agreement.Kind.values),
    "unit": _slug,
    "network": _slug,
    "term": _one_of(Condition.Term.values),
    "standing": _one_of(Standing),
}

FACETS = tuple(_PARSERS)
"""The filters with a list of values, in their canonical order; the text comes before them."""


@dataclass(frozen=True)
class Filters:
    """The chosen values of each filter, in canonical order: equal questions are equal filters."""

    q: str = ""
    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def parse(cls, query: Mapping[str, list[str]]) -> Self:
        """The filters in the query of an address; names that are no filter are left alone.

        Raises `UnableToFilter` for a value that its filter does not know, and for too much of anything.
        """
        chosen = {name: _parsed(name, query[name]) for name in FACETS if name in query}
        return cls(_text(query.get(TEXT, [])), _canonical(chosen))

    def values(self, name: str) -> tuple[str, ...]:
        """The chosen values of a filter; of `q` its text, if any."""
        if name == TEXT:
            return (self.q,) if self.q else ()
        return dict(self.chosen).get(name, ())

    def items(self) -> list[tuple[str, tuple[str, ...]]]:
        """Each filter in which something is chosen, with its values; the text first."""
        return [*([(TEXT, (self.q,))] if self.q else []), *self.chosen]

    def as_query(self) -> list[tuple[str, str]]:
        """The same as pairs for an address."""
        return [(name, value) for name, values in self.items() for value in values]

    def with_value(self, name: str, value: str) -> Self:
        """With one more value; a text takes the place of the text. Raises `UnableToFilter`."""
        held = [] if name == TEXT else self.values(name)
        return type(self).parse({**self._as_mapping(), name: [*held, value]})

    def without(self, name: str, value: str) -> Self:
        """Without one value."""
        return self._with(name, tuple(held for held in self.values(name) if held != value))

    def without_all(self, *names: str) -> Self:
        """Without any value of these filters."""
        kept = {name: values for name, values in self.chosen if name not in names}
        return type(self)("" if TEXT in names else self.q, _canonical(kept))

    def __bool__(self) -> bool:
        return bool(self.q or self.chosen)

    def _with(self, name: str, values: tuple[str, ...]) -> Self:
        if name == TEXT:
            return type(self)("".join(values), self.chosen)
        return type(self)(self.q, _canonical({**dict(self.chosen), name: values}))

    def _as_mapping(self) -> dict[str, list[str]]:
        return {name: list(values) for name, values in self.items()}


def _canonical(chosen: Mapping[str, Iterable[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    ordered = ((name, tuple(sorted(set(chosen.get(name, ()))))) for name in FACETS)
    return tuple((name, values) for name, values in ordered if values)


def _text(given: list[str]) -> str:
    texts = list(filter(None, map(_one_line, given)))
    if len(texts) > 1:
        raise UnableToFilter(_("A search has one text."))
    text = "".join(texts)
    if len(text) > LONGEST_TEXT:
        raise UnableToFilter(_("A search text has at most %(most)d characters.") % {"most": LONGEST_TEXT})
    return text


def _one_line(text: str) -> str:
    """Without what no name holds and no database takes, such as a zero byte."""
    return " ".join("".join(sign for sign in text if sign.isprintable() or sign.isspace()).split())


def _parsed(name: str, given: list[str]) -> set[str]:
    texts = {text.strip() for text in given} - {""}
    if len(texts) > MOST_VALUES:
        raise UnableToFilter(
            _('The filter "%(name)s" takes at most %(most)d values.') % {"name": name, "most": MOST_VALUES}
        )
    return {_known(name, text) for text in texts}


def _known(name: str, text: str) -> str:
    try:
        if len(text) <= LONGEST_VALUE:
            return _PARSERS[name](text)
    except (NotInVocabulary, ValueError):
        pass
    raise unknown(name, text)


def unknown(name: str, value: str) -> UnableToFilter:
    """What is said when a filter does not know a value."""
    return UnableToFilter(
        _('The filter "%(name)s" has no value "%(value)s".') % {"name": name, "value": shown(value)}
    )
