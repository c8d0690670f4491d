# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many agreements each value of each filter would give, and what would help an empty search."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from amicorum.agreements.destinations import bits
from amicorum.agreements.destinations.filters import FACETS, TEXT, Filters
from amicorum.agreements.destinations.found import IN_ORDER, FacetValue, Help
from amicorum.agreements.destinations.keeping import ReadModel
from amicorum.agreements.destinations.questions import Question
from amicorum.agreements.destinations.values import OF_CONDITIONS
from amicorum.agreements.models import Agreement, Condition
from amicorum.vocabulary.countries import CONTINENTS

MOST_DROPPED = 3
"""Filters that are dropped together before all of them are."""

_OWN_ORDER: Mapping[str, Sequence[str]] = {
    "continent": tuple(CONTINENTS),
    "kind": tuple(Agreement.Kind.values),
    "term": tuple(Condition.Term.values),
    "standing": IN_ORDER,
}


def facets(question: Question) -> dict[str, list[FacetValue]]:
    """Every filter with its values, counted without its own choice; a zero only where it is chosen."""
    return {name: list(_facet(question, name)) for name in FACETS}


def _facet(question: Question, name: str) -> Iterator[FacetValue]:
    counts = _counts(question, name)
    chosen = question.filters.values(name)
    for value in _in_order(name, counts.keys() | set(chosen)):
        is_chosen = value in chosen
        if is_chosen or (counts[value] and question.values.is_offered(name, value)):
            yield FacetValue(value, counts.get(value, 0), is_chosen, question.values.parent(name, value))


def _in_order(name: str, values: Iterable[str]) -> list[str]:
    own = _OWN_ORDER.get(name)
    return sorted(values, key=own.index) if own else sorted(values)


def _counts(question: Question, name: str) -> dict[str, int]:
    if name == "standing":
        return {standing: held.bit_count() for standing, held in question.by_standing().items()}
    agreements, conditions = question.matching(besides=name)
    if name not in OF_CONDITIONS:
        found = question.listed(agreements, conditions)
        return {value: (found & held).bit_count() for value, held in question.sets[name].items()}
    return _counts_of_conditions(question, name, agreements, conditions)


def _counts_of_conditions(
    question: Question, name: str, agreements: int, conditions: bits.Slots
) -> dict[str, int]:
    chosen = question.filters.values(name)
    sets = {value: question.values.conditions_for(name, [value]) for value in chosen}
    counts = {}
    for value, held in (sets | dict(question.values.conditions[name])).items():
        wanted = bits.both(conditions, held)
        counts[value] = question.listed(agreements & bits.union(wanted), wanted).bit_count()
    return counts


def help_for(model: ReadModel, filters: Filters, day: date, among: Collection[int] | None) -> list[Help]:
    """What to drop so that something is found: as few filters as possible, the most rewarding first.

    All values of a filter are dropped together, since each of them only adds to what is found.
    """
    names = [name for name, _ in filters.items()]
    sizes = [*range(1, min(MOST_DROPPED, len(names) - 1) + 1), len(names)]
    for size in sizes:
        helps = [_help(model, filters, day, among, dropped) for dropped in combinations(names, size)]
        if rewarding := [one for one in helps if one.count]:
            return sorted(rewarding, key=lambda one: -one.count)
    return []


def _help(
    model: ReadModel, filters: Filters, day: date, among: Collection[int] | None, names: tuple[str, ...]
) -> Help:
    remaining = filters.without_all(*names)
    dropped = tuple((name, value) for name in names for value in filters.values(name))
    count = Question(model, remaining, day, None if TEXT in names else among).total
    return Help(dropped, count, remaining)
