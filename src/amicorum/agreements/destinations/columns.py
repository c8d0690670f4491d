# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agreements of a home, laid out so that a question is a few operations on whole sets.

Each agreement has a position. What holds for an agreement is a set of positions; what holds for
one of its outgoing conditions is such a set per slot, the k-th condition of an agreement lying in
slot k. Filters that must hold for one and the same condition are thus met slot by slot.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from amicorum.agreements.destinations import bits, laying
from amicorum.agreements.destinations.bits import Slots, replaced, replaced_slots
from amicorum.agreements.destinations.givings import Givings
from amicorum.agreements.destinations.laying import Rest, Span
from amicorum.agreements.destinations.reading import Facts


@dataclass(frozen=True)
class Columns:
    """All agreements of a home by position, and the sets of them by value.

    The position of an agreement that is public no longer stays empty: it is not in `present`.
    """

    spans: Sequence[Span] = ()
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

    def updated(self, facts: Facts, sort_keys: Mapping[int, str]) -> "Columns":
        """With the agreements of these facts as they now are.

        New ones are laid in the order of their first partner's sort key, so that results come
        out nearly sorted.
        """
        fresh = laying.spans(facts)
        held = {span.agreement_id: position for position, span in enumerate(self.spans)}
        named = fresh if facts.only is None else facts.only
        mask = bits.of_positions(held[one] for one in named if one in held)
        added = sorted(
            (span for one, span in fresh.items() if one not in held),
            key=lambda span: (*(sort_keys.get(one, "") for one in span.partners[:1]), span.agreement_id),
        )
        spans = [fresh.get(span.agreement_id, span) for span in self.spans] + added
        positions = {
            span.agreement_id: position for position, span in enumerate(spans) if span.agreement_id in fresh
        }
        return self._with(spans, positions, mask, facts)

    def _with(self, spans: list[Span], positions: Mapping[int, int], mask: int, facts: Facts) -> "Columns":
        conditions = laying.Conditions(facts, positions)
        last_years = replaced_slots(self.last_years, mask, conditions.last_years)
        rests = (rest for rest in self.rests if not mask >> rest.position & 1)
        kinds = laying.by_value((spans[position].kind, position) for position in positions.values())
        return Columns(
            spans=spans,
            present=self.present & ~mask | bits.of_positions(positions.values()),
            slots=max(map(len, last_years.values()), default=0),
            kinds=replaced(self.kinds, mask, kinds),
            units=replaced(self.units, mask, laying.units(facts, positions)),
            fields=replaced_slots(self.fields, mask, conditions.fields()),
            levels=replaced_slots(self.levels, mask, conditions.by_value(facts.levels())),
            languages=replaced_slots(self.languages, mask, conditions.by_value(facts.languages())),
            terms=replaced_slots(self.terms, mask, conditions.terms),
            last_years=last_years,
            rests=[*rests, *laying.rests(facts, positions)],
            givings=self.givings.replaced(mask, Givings(conditions.rounds())),
        )
