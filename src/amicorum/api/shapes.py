# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shapes of answers: what OpenAPI tells a caller to expect."""

from datetime import date

from ninja import Field, Schema


class SourceShape(Schema):
    """Where a fact comes from."""

    title: str
    kind: str
    date: str = Field(description="partial date of publication, else of reading")
    address: str = Field(description="empty for mirrors and for general knowledge")


class InstitutionShape(Schema):
    """A university, with the identifiers that are confirmed."""

    slug: str
    name: str
    language: str = Field(description="language of the name, empty when not known")
    country: str = Field(description="ISO 3166-1 alpha-2")
    city: str
    ror_id: str
    erasmus_code: str
    pic: str


class PeriodShape(Schema):
    """A time as its source writes it, and the days for which it counts."""

    start: str = Field(description="as 2002, 2006-01, 'by 2009'; empty: not known")
    end: str = Field(description="likewise; empty: open")
    counts_from: date | None
    counts_until: date | None = Field(description="exclusive")


class FactShape(PeriodShape):
    """A dated fact with its certainty and sources."""

    certainty: str
    sources: list[SourceShape]


class NetworkShape(Schema):
    """A network on the day asked for."""

    id: str
    name: str
    abbreviation: str
    kind: str
    aims: str
    founded: str
    seat: str
    country: str
    website: str
    members: int | None = Field(description="full members of the day; null where no roster can be shown")
    members_stated: int | None
    members_start_unknown: int
    members_waiting_for_verification: int


class MemberShape(FactShape):
    """A member of a network."""

    kind: str
    institution: InstitutionShape


class ProgrammeShape(FactShape):
    """A joint programme, its period being its own life."""

    id: str
    name: str
    acronym: str
    consortium: str
    degree: str
    eqf_level: int | None
    ects: int | None
    duration_months: int | None
    languages: list[str]
    isced_f: str
    website: str
    funding: list["FundingShape"]


class FundingShape(FactShape):
    """A time in which an action funded the programme."""

    action: str


class PartnerShape(FactShape):
    """The part of a university in a programme."""

    role: str
    institution: InstitutionShape


class ConditionShape(Schema):
    """Who may go or come under an agreement."""

    mobility: str
    direction: str
    seats_per_year: int
    isced_f: list[str]
    eqf_levels: list[int]
    languages: list[str]
    terms: list[str]
    first_academic_year: str
    last_academic_year: str


class AgreementShape(Schema):
    """An agreement of the home; `is_sample` marks those invented for a demonstration."""

    kind: str
    standing: str
    valid_from: date | None
    valid_until: date | None = Field(description="exclusive")
    owner: str
    open_to: list[str]
    partners: list[InstitutionShape]
    conditions: list[ConditionShape]
    is_sample: bool


class Institutions(Schema):
    """A page of institutions, best first."""

    count: int
    results: list[InstitutionShape]


class Networks(Schema):
    """All networks of the register."""

    count: int
    results: list[NetworkShape]


class Members(Schema):
    """A page of members; `is_roster` is false where the register holds less than half of them."""

    count: int
    is_roster: bool
    results: list[MemberShape]


class Partners(Schema):
    """The partners of a programme on the day."""

    count: int
    countries: int
    results: list[PartnerShape]


class Agreements(Schema):
    """A page of agreements that match the filters."""

    count: int
    results: list[AgreementShape]


class Problem(Schema):
    """What went wrong, after RFC 9457."""

    title: str
    status: int
    detail: str
