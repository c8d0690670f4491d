# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shapes of facts about institutions, networks and programmes, as OpenAPI tells them."""

from datetime import date

from ninja import Field, Schema

NAME_LANGUAGE = "language in which the name is given, BCP 47; empty: not known"


class SourceShape(Schema):
    """Where a fact comes from."""

    key: str = Field(examples=["leiden-international-collaboration"])
    title: str = Field(examples=["International collaboration"])
    kind: str = Field(examples=["university page"])
    publisher: str = Field(examples=["Leiden University"])
    language: str = Field(examples=["en"])
    date: str = Field(description="partial date of publication, else of reading", examples=["2021"])
    was_read: bool = Field(description="false: named without having been read, so not checked")
    address: str = Field(description="empty for mirrors and for general knowledge")
    mirror_of: str = Field(description="what a mirror is a copy of")


class InstitutionShape(Schema):
    """A university, with the identifiers that are confirmed."""

    slug: str = Field(examples=["leiden-university"])
    name: str = Field(examples=["Leiden University"])
    name_language: str = Field(description=NAME_LANGUAGE, examples=["en"])
    country: str = Field(description="ISO 3166-1 alpha-2; XZ: fictitious", examples=["NL"])
    city: str = Field(examples=["Leiden"])
    ror_id: str = Field(examples=["027bh9e22"])
    erasmus_code: str = Field(examples=["NL LEIDEN01"])
    pic: str = Field(description="Participant Identification Code", examples=["999974553"])
    oid: str = Field(description="Organisation ID of the Commission", examples=["E10209370"])
    status: str = Field(description="active, inactive or withdrawn", examples=["active"])
    is_fictitious: bool = Field(description="invented for a demonstration")


class PeriodShape(Schema):
    """A time as its source writes it, and the days for which it counts."""

    start: str = Field(description="as 2002, 2006-01, 'by 2009'; empty: not known", examples=["2002"])
    end: str = Field(description="likewise; empty: open", examples=[""])
    counts_from: date | None = Field(description="first day; null: since ever")
    counts_until: date | None = Field(description="first day on which it is over; null: open")
    start_is_known: bool = Field(description="false: counts from the founding, for want of a better day")
    is_current: bool = Field(description="whether it holds on the day asked for")


class FactShape(PeriodShape):
    """A dated fact with its certainty and sources."""

    certainty: str = Field(description="confirmed, or probable: to be verified", examples=["confirmed"])
    sources: list[SourceShape] = Field(description="all its sources, the main one first")


class MembershipShape(FactShape):
    """A membership of the home."""

    kind: str = Field(description="full or associate", examples=["full"])


class CountryCountShape(Schema):
    """How many members a network is said to have in one country."""

    place: str = Field(examples=["Germany"])
    country: str = Field(description="ISO 3166-1 alpha-2; empty where the place is no country")
    members: int


class NetworkShape(Schema):
    """A network on the day asked for."""

    id: str = Field(examples=["leru"])
    name: str = Field(examples=["League of European Research Universities"])
    name_language: str = Field(description=NAME_LANGUAGE, examples=["en"])
    abbreviation: str = Field(examples=["LERU"])
    kind: str = Field(examples=["alliance"])
    aims: str
    founded: str = Field(description="partial date", examples=["2002"])
    seat: str = Field(examples=["Leuven"])
    country: str = Field(description="of the seat, ISO 3166-1 alpha-2", examples=["BE"])
    website: str
    members: int | None = Field(
        description="full members on the day; null where less than half of them may be shown", examples=[24]
    )
    members_held: int = Field(description="full members on the day that the register may show")
    members_stated: int | None = Field(description="as the network or another source says")
    members_start_unknown: int = Field(description="of those held, whose start is not known")
    members_waiting_for_verification: int = Field(description="besides those held, too uncertain to show")
    members_by_country: list[CountryCountShape] = Field(description="as a source counts them")
    home_membership: MembershipShape | None = Field(description="the home's own, present or else former")


class MemberShape(FactShape):
    """A member of a network."""

    kind: str = Field(description="full", examples=["full"])
    institution: InstitutionShape


class ConsortiumShape(PeriodShape):
    """Universities that together offer one or more programmes."""

    id: str = Field(examples=["algant"])
    name: str = Field(examples=["ALGANT"])
    website: str


class PartShape(FactShape):
    """The part of the home in a programme."""

    role: str = Field(description="coordinator, partner or partner-outside-europe", examples=["partner"])


class PartnerShape(PartShape):
    """The part of a university in a programme."""

    institution: InstitutionShape


class FundingShape(FactShape):
    """A time in which an action funded the programme; its end ends nothing else."""

    action: str = Field(examples=["erasmus-mundus"])


class ProgrammeShape(FactShape):
    """A joint programme; its period is the life of the programme itself."""

    id: str = Field(examples=["algant-master"])
    name: str = Field(examples=["Algebra, Geometry and Number Theory (master)"])
    name_language: str = Field(description=NAME_LANGUAGE, examples=["en"])
    acronym: str = Field(examples=["ALGANT"])
    degree: str
    description: str
    tracks: str
    eqf_level: int | None = Field(examples=[7])
    ects: int | None = Field(description="ECTS credits of the whole programme", examples=[120])
    duration_months: int | None = Field(examples=[24])
    languages: list[str] = Field(examples=[["en"]])
    isced_f: str = Field(description="ISCED-F 2013", examples=["0541"])
    website: str
    consortium: ConsortiumShape | None = Field(description="null: too uncertain to show")
    funding: list[FundingShape]
    home_part: PartShape | None = Field(description="the home's own, present or else former")
