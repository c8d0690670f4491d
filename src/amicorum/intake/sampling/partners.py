# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which institutions of the register can be partners in a sample, and how likely each is drawn."""

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from amicorum.institutions.models import Home, Identifier, Institution
from amicorum.intake.sampling.lists import rows_of
from amicorum.sources.models import Certainty
from amicorum.vocabulary.countries import country
from amicorum.vocabulary.folding import fold

BILATERAL = ("CH", "GB")
"""Countries of Europe outside Erasmus+, whose universities make agreements faculty by faculty."""

BEFORE, OLD = 1950, 2.0
NETWORKED = 3.0
"""What the weight of 1 gains by age, and by each of up to two networks."""

_UNIVERSITY = re.compile(r"universi|uniwersytet|egyetem|yliopisto|ulikool")
_OTHER = re.compile(
    r"applied|college|open univ|\barts?\b|music|theat|sport|physical|police|defen[cs]e|militar|naval|theolog"
    r"|islamic|pedagog|educat|private|online|distance|veterinar|maritime|aviation|institut|school"
    r"|fashion|agricult|foundation|vakif|bundeswehr|uygulamali|reutlingen"
)
_PROFILES = (
    ("medicine", re.compile(r"medic|medizin|health|sante|pharma")),
    ("science", re.compile(r"techn|tecn|life sci|engineer")),
    ("law", re.compile(r"econom|business|commerce|management")),
)
_FACULTIES_OF_PROFILE = {
    "medicine": {"medicine"},
    "science": {"science", "governance-global-affairs"},
    "law": {"law", "governance-global-affairs"},
}


@dataclass(frozen=True)
class Candidate:
    """A university that may be drawn; `weight` grows with age and with shared networks."""

    ror_id: str
    name: str
    country: str
    city: str
    networks: int = 0
    weight: float = 1.0

    def suits(self, unit: str) -> bool:
        """Whether a faculty would look for exchange there, judged by the name."""
        name = fold(self.name)
        profile = next((what for what, words in _PROFILES if words.search(name)), "")
        return not profile or unit in _FACULTIES_OF_PROFILE[profile]


@dataclass(frozen=True)
class Candidates:
    """The universities of a register that may be drawn, in the order of their ROR ids."""

    erasmus: Sequence[Candidate]
    bilateral: Sequence[Candidate]
    far: Sequence[Candidate]


def candidates_for(home: Home) -> Candidates:
    """Those in the register: charter holders, and well-known universities beyond; none of its own country."""
    well_known = {row["ror_id"] for row in rows_of("beyond_erasmus")}
    others = Institution.objects.filter(status=Institution.Status.ACTIVE, is_fictitious=False).exclude(
        country_code=home.institution.country_code
    )
    charter_holders = _candidates(others.filter(identifiers__in=_identifiers("erasmus")))
    beyond = [one for one in _candidates(others) if one.ror_id in well_known]
    return Candidates(
        erasmus=[one for one in charter_holders if is_university(one) and is_near(one.country)],
        bilateral=[one for one in beyond if one.country in BILATERAL],
        far=[one for one in beyond if one.country not in BILATERAL],
    )


def _identifiers(scheme: str) -> models.QuerySet[Identifier]:
    return Identifier.objects.filter(scheme=scheme, certainty=Certainty.CONFIRMED, counts_until=None)


def _candidates(institutions: models.QuerySet[Institution]) -> list[Candidate]:
    """Those with a ROR id, in the order of these."""
    ror_ids = _identifiers("ror").filter(institution__in=institutions)
    columns = ("display_name", "country_code", "city", "established")
    rows = ror_ids.annotate(networks=models.Count("institution__memberships__network", distinct=True)).values(
        "value", "networks", *(f"institution__{column}" for column in columns)
    )
    return [_candidate(row) for row in rows.order_by("value")]


def _candidate(row: Mapping[str, Any]) -> Candidate:
    age = OLD if (row["institution__established"] or 9999) < BEFORE else 0
    return Candidate(
        ror_id=row["value"],
        name=row["institution__display_name"],
        country=row["institution__country_code"],
        city=row["institution__city"],
        networks=row["networks"],
        weight=1 + age + NETWORKED * min(row["networks"], 2),
    )


def is_university(one: Candidate) -> bool:
    """Whether it is a university of many fields by its name, or known well enough to be in a network."""
    name = fold(one.name)
    return one.networks > 0 or bool(_UNIVERSITY.search(name) and not _OTHER.search(name))


def is_near(country_code: str) -> bool:
    """Whether a country is one of Erasmus+ or of Europe, and no territory overseas."""
    place = country(country_code)
    return place.is_programme_country or place.continent == "europe"


def draw(pool: Iterable[Candidate], count: int, chance: random.Random) -> list[Candidate]:
    """So many of the pool, none twice, heavier ones rather; all of them when there are no more."""
    drawn = sorted(((chance.random() ** (1 / one.weight), one.ror_id, one) for one in pool), reverse=True)
    return [one for _, _, one in drawn[:count]]
