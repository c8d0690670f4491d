# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two homes with agreements to search: made by hand where a test speaks of one, at random for the oracle."""

import itertools
import random
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from amicorum.agreements.actions import AgreementDraft, ConditionDraft, RoundDraft, register
from amicorum.agreements.models import Agreement, Condition
from amicorum.institutions.actions.homes import open_home
from amicorum.institutions.actions.records import add_institution, enter_unit
from amicorum.institutions.models import Home, Institution, OUnit
from amicorum.networks.actions import enter_membership, enter_network
from amicorum.networks.models import Membership, Network
from amicorum.sources.models import Source

DAY = date(2026, 11, 22)
DONE: dict[str, Any] = {"by": "person:1", "at": datetime(2026, 11, 22, 9, tzinfo=UTC)}

COUNTRIES = ["DE", "FR", "ES", "JP", "BR", "NG", "XZ"]
FIELDS = ["04", "042", "0421", "0413", "05", "0541", "0912", "0288"]
LANGUAGES = ["en", "es", "fr", "de"]
TERMS = ["", "first-semester", "second-semester", "full-year", "first-semester second-semester"]
NETWORKS = ["league", "circle"]
_numbers = itertools.count(1)


def an_institution(name: str, country: str) -> Institution:
    key = f"own:{country}-{name}".lower().replace(" ", "-")
    return add_institution(key=key, name=name, language="en", values={"country_code": country}, **DONE)[0]


@dataclass
class Cast:
    """A home with its faculties, and partners that the homes share."""

    home: Home
    source: Source
    office: OUnit
    law: OUnit
    medicine: OUnit
    law_institute: OUnit
    partners: list[Institution]
    networks: list[Network]

    def agreement(self, *partners: Institution, conditions=(), start="2024-09-01", end="2029-09-01", **more):
        draft = AgreementDraft(
            key=more.pop("key", f"agreement-{next(_numbers)}"),
            kind=more.pop("kind", Agreement.Kind.IIA),
            owner=self.office,
            partners=[(partner, None) for partner in partners],
            start=start,
            end=end,
            source=self.source,
            conditions=conditions,
            **more,
        )
        return register(home=self.home, draft=draft, **DONE)[0]


def outgoing(**more) -> ConditionDraft:
    given = ConditionDraft(
        mobility=Condition.Mobility.STUDENT_STUDIES,
        direction=Condition.Direction.SENDING,
        seats_per_year=2,
        first_academic_year=2024,
        last_academic_year=2028,
        levels=[6],
        languages={"en": "B2"},
        rounds=[a_round()],
    )
    return replace(given, **more)


def a_round(opens=date(2026, 10, 1), closes=date(2026, 12, 1), places=3, taken=1) -> RoundDraft:
    return RoundDraft(2027, opens, closes, places, taken)


def a_source() -> Source:
    source, _ = Source.objects.get_or_create(key="office", title="The office", kind=Source.Kind.OWN)
    return source


def a_cast(slug: str, *, is_default: bool = False) -> Cast:
    university = an_institution(f"University of {slug}", "NL")
    home, _ = open_home(
        slug=slug, institution=university, values={"languages": "en nl", "is_default": is_default}, **DONE
    )
    office = _unit(university, "office", OUnit.Kind.OFFICE)
    law = _unit(university, "law", OUnit.Kind.FACULTY)
    medicine = _unit(university, "medicine", OUnit.Kind.FACULTY)
    institute = _unit(university, "law-institute", OUnit.Kind.INSTITUTE, parent=law)
    partners = [an_institution(f"{name} {code}", code) for code in COUNTRIES for name in ("Ávila", "Zürich")]
    networks = [a_network(name) for name in NETWORKS]
    return Cast(home, a_source(), office, law, medicine, institute, partners, networks)


def _unit(university: Institution, code: str, kind: str, parent: OUnit | None = None) -> OUnit:
    names = {"en": code}
    return enter_unit(institution=university, code=code, kind=kind, parent=parent, names=names, **DONE)[0]


def a_network(slug: str) -> Network:
    values = {"kind": Network.Kind.NETWORK, "source": a_source()}
    return enter_network(slug=slug, values=values, texts={"name": {"en": slug}}, **DONE)[0]


def a_membership(network: Network, institution: Institution, end: str = "", **more) -> Membership:
    values = {"kind": Membership.Kind.FULL, "source": a_source(), **more}
    return enter_membership(
        key=f"{network.slug}/{institution.pk}", network=network, institution=institution,
        start="2010-01-01", end=end, values=values, **DONE,
    )[0]  # fmt: skip


# --- At random -----------------------------------------------------------------------------------


def a_random_agreement(cast: Cast, dice: random.Random):
    """Everything that a filter looks at, in many mixtures; one in ten rests."""
    kind = dice.choice(list(Agreement.Kind))
    conditions = [] if kind == Agreement.Kind.MOU else [_condition(dice) for _ in range(dice.randint(0, 4))]
    begins, lasts = dice.randint(2020, 2027), dice.randint(1, 6)
    return cast.agreement(
        *dice.sample(cast.partners, dice.choice([1, 1, 1, 2])),
        kind=kind,
        conditions=conditions,
        start=dice.choice(["", f"{begins}-09-01"]),
        end=dice.choice(["", f"{begins + lasts}-11-23", f"{begins + lasts}-09-01"]),
        open_to=dice.choice([[], [], [cast.law], [cast.law, cast.medicine], [cast.law_institute]]),
        certainty=dice.choice(["confirmed"] * 8 + ["probable", "uncertain"]),
    )


def _condition(dice: random.Random) -> ConditionDraft:
    first = dice.randint(2020, 2027)
    return outgoing(
        mobility=dice.choice(list(Condition.Mobility)),
        direction=dice.choice(["sending", "sending", "sending", "receiving"]),
        terms=dice.choice(TERMS),
        first_academic_year=first,
        last_academic_year=first + dice.randint(0, 5),
        fields=dice.sample(FIELDS, dice.choice([0, 1, 1, 2])),
        levels=dice.sample([6, 7, 8], dice.choice([0, 1, 2])),
        languages=dict.fromkeys(dice.sample(LANGUAGES, dice.choice([0, 1, 2])), "B2"),
        rounds=[_round(dice, 2025 + after) for after in range(dice.randint(0, 3))],
    )


def _round(dice: random.Random, year: int) -> RoundDraft:
    opens = date(2026, dice.randint(7, 12), dice.randint(1, 28))
    places = dice.randint(1, 5)
    closes = opens.replace(year=2026 + dice.randint(0, 1), day=28)
    return RoundDraft(year, opens, closes, places, dice.choice([0, places, dice.randint(0, places)]))
