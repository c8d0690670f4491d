# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agreements of a home, laid out so that a question is a few operations on whole sets.

Each agreement has a position. What holds for an agreement is a set of positions; what holds for
one of its outgoing conditions is such a set per slot, the k-th condition of an agreement lying in
slot k. Filters that must hold for one and the same condition are thus met slot by slot.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from amicorum.agreements.destinations import bits, laying
from amicorum.agreements.destinations.bits import Numbers, Slots, replaced, replaced_slots
from amicorum.agreements.destinations.givings import Givings
from amicorum.agreements.destinations.laying import Rest, Span
from amicorum.agreements.destinations.reading import Facts


@dataclass(frozen=True)
class Spans:
    """Of each position the agreement's id, first day, day from which it is over, and partners."""

    ids: list[int] = field(default_factory=list)
    begins: Numbers = field(default_factory=lambda: array("i"))
    ends: Numbers = field(default_factory=lambda: array("i"))
    partners: list[tuple[int, ...]] = field(default_factory=list)
    positions: dict[int, int] = field(default_factory=dict)

    def updated(self, spans: Iterable[Span]) -> "Spans":
        """A copy with these spans, each at its own position or at the end."""
        copy = Spans(self.ids[:], self.begins[:], self.ends[:], self.partners[:], self.positions.copy())
        for span in spans:
            copy._put(span)
        return copy

    def _put(self, span: Span) -> None:
        position = self.positions.setdefault(span.agreement_id, len(self.ids))
        here = slice(position, position + 1)
        self.ids[here] = [span.agreement_id]
        self.begins[here] = array("i", [span.begins])
        self.ends[here] = array("i", [span.ends])
        self.partners[here] = [span.partners]


@dataclass(frozen=True)
class Columns:
    """All agreements of a home by position, and the sets of them by value.

    The position of an agreement that is public no longer stays empty: it is not in `present`.
    """

    spans: Spans = field(default_factory=Spans)
    present: int = 0
    slots: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)
    fields: Mapping[str, Slots] = field(default_factory=dict)
    levels: Mapping[int, Slots] = field(default_factory=dict)
    languages: Mapping[str, Slots] = field(default_factory=dict)
    terms: Mapping[str, Slots] = field(default_factory=dict)
    last_years: Mapping[int, Slots] = field(default_factory=dict)
    rests: Sequence[Rest] = ()
    givings: Givings = field(default_factory=Givings)

    @property
    def size(self) -> int:
        """How many positions there are."""
        return len(self.spans.ids)

    def updated(self, facts: Facts, sort_keys: Mapping[int, str]) -> "Columns":
        """With the agreements of these facts as they now are.

        New ones are laid in the order of their first partner's sort key, so that results come
        out nearly sorted.
        """
        held = self.spans.positions
        fresh = sorted(
            laying.spans(facts),
            key=lambda span: (*(sort_keys.get(one, "") for one in span.partners[:1]), span.agreement_id),
        )
        named = facts.only if facts.only is not None else [span.agreement_id for span in fresh]
        changes = bits.of_positions(held[one] for one in named if one in held)
        return self._with(fresh, changes, facts)

    def _with(self, fresh: list[Span], changes: int, facts: Facts) -> "Columns":
        """With fresh spans, and nothing left of what was said of the changed positions."""
        spans = self.spans.updated(fresh)
        positions = {span.agreement_id: spans.positions[span.agreement_id] for span in fresh}
        conditions = laying.Conditions(facts, positions)
        last_years = replaced_slots(self.last_years, changes, conditions.last_years)
        rests = (rest for rest in self.rests if not changes >> rest.position & 1)
        kinds = laying.by_value((span.kind, positions[span.agreement_id]) for span in fresh)
        return Columns(
            spans=spans,
            present=self.present & ~changes | bits.of_positions(positions.values()),
            slots=max(map(len, last_years.values()), default=0),
            kinds=replaced(self.kinds, changes, kinds),
            units=replaced(self.units, changes, laying.units(facts, positions)),
            fields=replaced_slots(self.fields, changes, conditions.fields()),
            levels=replaced_slots(self.levels, changes, conditions.by_value(facts.levels())),
            languages=replaced_slots(self.languages, changes, conditions.by_value(facts.languages())),
            terms=replaced_slots(self.terms, changes, conditions.terms),
            last_years=last_years,
            rests=[*rests, *laying.rests(facts, positions)],
            givings=self.givings.replaced(changes, len(spans.ids), Givings.of(conditions.rounds())),
        )
