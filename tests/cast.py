# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cast of the tests: two homes, partners with names that test a page, a network, a source.

Leiden and its partners are real universities, their terms are made up. The second home and all that
is the matter with anybody is visibly fictitious. Everything is brought in by the actions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from amicorum.agreements.actions import AgreementDraft, ConditionDraft, RoundDraft, register
from amicorum.agreements.models import Agreement
from amicorum.institutions.actions.homes import open_home
from amicorum.institutions.actions.records import add_institution, enter_unit, identify, name_institution
from amicorum.institutions.models import Home, Institution, InstitutionName, OUnit
from amicorum.networks.actions import enter_membership, enter_network
from amicorum.networks.models import Membership, Network
from amicorum.sources.actions import enter_source
from amicorum.sources.models import Source

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TOLD: dict[str, Any] = {"by": "intake:tests", "at": NOW}
SECOND_HOST = "second.example"


@dataclass(frozen=True)
class Cast:
    """Who and what appears in the tests.

    Leiden has an agreement with Copenhagen, open today, of its faculty of humanities; the second home
    has one with Gießen, of its office. Leiden and Geneva are in the network since 2002; Gießen left it
    on 2020-01-01.
    """

    source: Source
    sample: Source
    leiden: Home
    second: Home
    office: OUnit
    humanities: OUnit
    second_office: OUnit
    geneva: Institution
    copenhagen: Institution
    giessen: Institution
    cairo: Institution
    network: Network
    agreement: Agreement
    second_agreement: Agreement

    @property
    def membership(self) -> Membership:
        """That of Leiden in the network."""
        return Membership.objects.get(key="leru/027bh9e22")


@pytest.fixture
def cast(db: None) -> Cast:
    """Two homes, each with an office, a partner and an agreement; a network; sources."""
    return gather()


def gather() -> Cast:
    """Bring the whole cast into the database."""
    source = a_source("leiden-page", "International collaboration", Source.Kind.UNIVERSITY_PAGE)
    sample = a_source("sample", "Sample data, invented for this demonstration", Source.Kind.SAMPLE)
    leiden = a_home("leiden", a_university("Leiden University", "027bh9e22", "NL", source), is_default=True)
    second = a_home("second", _second_university(sample), host=SECOND_HOST)
    geneva = a_university(
        "University of Geneva", "01swzsf04", "CH", source, names={"fr": "Université de Genève"}
    )
    copenhagen = a_university(
        "University of Copenhagen", "035b05819", "DK", source, names={"da": "Københavns Universitet"}
    )
    giessen = a_university("Justus-Liebig-Universität Gießen", "033eqas34", "DE", source, language="de")
    cairo = a_university(
        "جامعة القاهرة", "03q21mh05", "EG", source, language="ar", names={"en": "Cairo University"}
    )
    office, humanities, second_office = _units(leiden, second)
    return Cast(
        source=source,
        sample=sample,
        leiden=leiden,
        second=second,
        office=office,
        humanities=humanities,
        second_office=second_office,
        geneva=geneva,
        copenhagen=copenhagen,
        giessen=giessen,
        cairo=cairo,
        network=_network(source, leiden.institution, geneva, giessen),
        agreement=an_agreement(leiden, humanities, copenhagen, sample, key="hum-1"),
        second_agreement=an_agreement(second, second_office, giessen, sample, key="office-1"),
    )


def a_source(key: str, title: str, kind: str) -> Source:
    """A source that was read in 2021."""
    return enter_source(
        key=key, values={"title": title, "kind": kind, "read": "2021", "language": "en"}, **TOLD
    )[0]


def a_university(
    name: str,
    ror_id: str,
    country: str,
    source: Source,
    *,
    language: str = "en",
    names: Mapping[str, str] | None = None,
    **values: Any,
) -> Institution:
    """A university with its ROR id and its names, each language to a name."""
    institution, _ = add_institution(
        key=f"ror:{ror_id}", name=name, language=language, values={"country_code": country, **values}, **TOLD
    )
    identify(institution=institution, scheme="ror", value=ror_id, source=source, **TOLD)
    name_it(institution, source, {language: name, **(names or {})})
    return institution


def name_it(institution: Institution, source: Source, names: Mapping[str, str]) -> None:
    """Give an institution a name in each language."""
    label = InstitutionName.Kind.LABEL
    for language, name in names.items():
        name_institution(
            institution=institution, kind=label, language=language, name=name, source=source, **TOLD
        )


def a_home(slug: str, institution: Institution, **values: Any) -> Home:
    """A home in English and Dutch."""
    return open_home(slug=slug, institution=institution, values={"languages": "en nl", **values}, **TOLD)[0]


def a_draft(owner: OUnit, partner: Institution, source: Source, key: str, **changes: Any) -> AgreementDraft:
    """A student exchange from 2024 through 31 August 2029 with a round that is open on `TODAY`."""
    draft = AgreementDraft(
        key=key,
        kind=Agreement.Kind.STUDENT_EXCHANGE,
        owner=owner,
        partners=[(partner, None)],
        start="2024-09-01",
        end="2029-09-01",
        source=source,
        conditions=[a_condition()],
        texts={"title": {"en": "Student exchange", "nl": "Studentenuitwisseling"}},
        verified_on=date(2026, 3, 2),
        is_sample=True,
    )
    return replace(draft, **changes)


def a_condition(**changes: Any) -> ConditionDraft:
    """Four places a year for a semester, history, bachelor and master, English at B2."""
    condition = ConditionDraft(
        mobility="student-studies",
        direction="sending",
        seats_per_year=4,
        first_academic_year=2024,
        last_academic_year=2028,
        months=Decimal(5),
        terms="first-semester second-semester",
        fields=["0222"],
        levels=[6, 7],
        languages={"en": "B2"},
        rounds=[RoundDraft(2027, date(2026, 10, 1), date(2026, 12, 1), places=4, taken=1)],
    )
    return replace(condition, **changes)


def an_agreement(
    home: Home, owner: OUnit, partner: Institution, source: Source, *, key: str, **changes: Any
) -> Agreement:
    """The agreement of `a_draft`, registered."""
    return register(home=home, draft=a_draft(owner, partner, source, key, **changes), **TOLD)[0]


def _second_university(sample: Source) -> Institution:
    institution, _ = add_institution(
        key="sample:second-home",
        name="Second Sample University (fictitious)",
        language="en",
        values={"country_code": "XZ", "is_fictitious": True},
        **TOLD,
    )
    names = {
        "en": "Second Sample University (fictitious)",
        "nl": "Tweede Voorbeelduniversiteit (fictief)",
    }
    name_it(institution, sample, names)
    return institution


def _units(leiden: Home, second: Home) -> list[OUnit]:
    wanted = (
        (leiden, "international-relations", "office", "International Relations", "International Relations"),
        (leiden, "humanities", "faculty", "Faculty of Humanities", "Faculteit der Geesteswetenschappen"),
        (second, "office", "office", "International Office", "Bureau Internationaal"),
    )
    return [
        enter_unit(institution=home.institution, code=code, kind=kind, names={"en": en, "nl": nl}, **TOLD)[0]
        for home, code, kind, en, nl in wanted
    ]


def _network(source: Source, leiden: Institution, geneva: Institution, giessen: Institution) -> Network:
    names = {
        "en": "League of European Research Universities",
        "nl": "Liga van Europese onderzoeksuniversiteiten",
    }
    values = {"kind": Network.Kind.ALLIANCE, "abbreviation": "LERU", "founded": "2002", "source": source}
    network, _ = enter_network(slug="leru", values=values, texts={"name": names}, **TOLD)
    for member, end in ((leiden, ""), (geneva, ""), (giessen, "2020-01-01")):
        enter_membership(
            key=f"leru/{member.key.removeprefix('ror:')}",
            network=network,
            institution=member,
            start="2002",
            end=end,
            values={"kind": Membership.Kind.FULL, "source": source},
            **TOLD,
        )
    return network
