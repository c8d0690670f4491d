# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is searched: an entry for each name and code of each institution, read from the records.

Names and codes whose period is over are entries too, so that an old name still leads to its
institution; uncertain ones are not, since nothing uncertain is shown in public.
"""

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import Q

from amicorum.institutions.models import Identifier, Institution, InstitutionName, Relation
from amicorum.institutions.search.terms import joined
from amicorum.sources.models import PUBLIC, FactQuerySet
from amicorum.vocabulary.folding import fold

CODE_SCHEMES = ("erasmus", "pic", "oid", "ror")
"""Schemes whose identifiers people type or paste into a search."""

# Bodies that share the name of a university without being it, in the languages of the registers.
_PART_OF_SOMETHING = re.compile(
    r"hospital|krankenhaus|klinik|clinic|\bpoli?clin|museum|museo|\bmusee|\bpress\b|librar|biblio|hopital|ospedal"
    r"|sjukhus|sykehus|ziekenhuis|\bumc\b|medical cent|\bfacult|fakult|\bdepartment|\binstitut\b|anstalt"
)
_PENALTY = {Institution.Status.INACTIVE: 4.0, Institution.Status.WITHDRAWN: 6.0}


@dataclass(frozen=True, slots=True)
class Body:
    """The institution behind entries: where it is, and how likely it is the one that is meant."""

    institution_id: int
    place: str
    prior: float


@dataclass(frozen=True, slots=True)
class Entry:
    """One name or code of an institution, as it is written and as it is compared."""

    body: Body
    name: str
    folded: str
    is_code: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What tells a university from its hospital, its press or what went before it."""

    name: str
    status: str
    names: int
    has_charter: bool
    has_parent: bool
    is_network: bool

    def prior(self) -> float:
        """Points, 0 to 12, that are added to the likeness of a name (0 to 100)."""
        points = 6 + min(3.0, math.log2(1 + self.names)) + 2 * self.has_charter
        points -= 3 * self.has_parent + 2 * self.is_network
        points -= _PENALTY.get(Institution.Status(self.status), 0)
        points -= 5 * bool(_PART_OF_SOMETHING.search(fold(self.name)))
        return max(0.0, points)


def entries_of(body: Body, names: Collection[str], codes: Collection[str]) -> Iterator[Entry]:
    """An entry for each name and code, spellings that fold alike once."""
    seen: set[str] = set()
    for text, is_code in (*((name, False) for name in names), *((code, True) for code in codes)):
        folded = fold(text)
        if folded and joined(folded) not in seen:
            seen.add(joined(folded))
            yield Entry(body, text, text if text == folded else folded, is_code)


def read_entries(institution_ids: Collection[int] | None = None) -> Iterator[Entry]:
    """The entries of these institutions, or of all; four queries."""
    which = Q() if institution_ids is None else Q(institution_id__in=institution_ids)
    names = _grouped(InstitutionName.objects.filter(which, certainty__in=PUBLIC), "name")
    held = Identifier.objects.filter(which, certainty__in=PUBLIC, scheme__in=CODE_SCHEMES)
    codes = _grouped(held, "value")
    charters = set(held.filter(scheme="erasmus").values_list("institution_id", flat=True))
    children = set(
        Relation.objects.filter(which, kind=Relation.Kind.PARENT).values_list("institution_id", flat=True)
    )
    institutions = Institution.objects.order_by("pk")
    if institution_ids is not None:
        institutions = institutions.filter(pk__in=institution_ids)
    columns = institutions.values_list("pk", "display_name", "city", "status", "is_network")
    for pk, display_name, city, status, is_network in columns:
        standing = Standing(display_name, status, len(names[pk]), pk in charters, pk in children, is_network)
        yield from entries_of(Body(pk, fold(city), standing.prior()), [display_name, *names[pk]], codes[pk])


def _grouped(facts: FactQuerySet, column: str) -> dict[int, list[str]]:
    grouped: dict[int, list[str]] = defaultdict(list)
    for institution_id, value in facts.order_by("pk").values_list("institution_id", column):
        grouped[institution_id].append(value)
    return grouped
