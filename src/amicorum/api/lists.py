# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shapes of agreements, of lists, and of refusals."""

from datetime import date

from ninja import Field, Schema

from amicorum.api.shapes import (
    InstitutionShape,
    MemberShape,
    NetworkShape,
    PartnerShape,
    ProgrammeShape,
    SourceShape,
)


class LanguageShape(Schema):
    """A language that is asked for."""

    language: str = Field(examples=["en"])
    cefr: str = Field(description="level, empty where none is named", examples=["B2"])


class RoundShape(Schema):
    """The giving of places for one academic year."""

    academic_year: str = Field(examples=["2027-28"])
    opens_on: date
    closes_on: date = Field(description="inclusive, until 23:59 in the home's time zone")
    places: int
    is_full: bool


class ConditionShape(Schema):
    """Who may go or come under an agreement."""

    mobility: str = Field(examples=["student-studies"])
    direction: str = Field(description="sending or receiving, as the home sees it", examples=["sending"])
    seats_per_year: int
    months: float | None = Field(description="for each person")
    days: float | None = Field(description="for each person")
    is_blended: bool
    isced_f: list[str] = Field(description="ISCED-F 2013; none: every field", examples=[["0222"]])
    eqf_levels: list[int] = Field(examples=[[6, 7]])
    languages: list[LanguageShape]
    terms: list[str] = Field(description="none: any term", examples=[["first-semester"]])
    first_academic_year: str = Field(examples=["2024-25"])
    last_academic_year: str = Field(examples=["2028-29"])
    rounds: list[RoundShape]


class AgreementShape(Schema):
    """An agreement of the home."""

    title: str
    kind: str = Field(examples=["student-exchange"])
    standing: str = Field(
        description="open, full, future, closed, suspended or expired, for what the filters ask",
        examples=["open"],
    )
    valid_from: date | None
    valid_until: date | None = Field(description="first day on which it is over; null: open")
    verified_on: date | None = Field(description="last checked with the partner")
    certainty: str = Field(examples=["confirmed"])
    owner: str = Field(description="code of the unit that keeps it", examples=["humanities"])
    open_to: list[str] = Field(description="codes of the units whose students may go; none: every unit")
    restriction: str
    partners: list[InstitutionShape]
    conditions: list[ConditionShape]
    source: SourceShape
    is_sample: bool = Field(description="true: invented for a demonstration, no real agreement")


class FacetShape(Schema):
    """A value that a filter could take."""

    value: str = Field(examples=["DK"])
    count: int = Field(description="agreements with it, counted without its own filter")
    is_chosen: bool
    parent: str | None = Field(description="broader field, continent of a country, unit above a unit")


class HelpShape(Schema):
    """What to drop of a search that finds nothing."""

    dropped: list[tuple[str, str]] = Field(description="filters with their values")
    count: int = Field(description="agreements that would be found")


class Page(Schema):
    """A part of a list."""

    count: int = Field(description="of the whole list")
    next: str | None = Field(description="address of the following part")
    previous: str | None = Field(description="address of the part before")


class Institutions(Page):
    """Institutions, best first; a text finds a hundred at most."""

    results: list[InstitutionShape]


class Networks(Page):
    """The networks and alliances of the register."""

    results: list[NetworkShape]


class Members(Page):
    """The full members of a network on the day, by name.

    Where less than half of the members may be shown there is no list, so that nobody takes it for one.
    """

    is_roster: bool = Field(description="false: the list is left empty, see `held` and `stated`")
    held: int = Field(description="full members on the day that the register may show")
    stated: int | None = Field(description="as the network or another source says")
    start_unknown: int = Field(description="of those held, whose start is not known")
    waiting_for_verification: int = Field(description="besides those held, too uncertain to show")
    results: list[MemberShape]


class Programmes(Page):
    """The joint programmes that had begun by the day."""

    results: list[ProgrammeShape]


class Partners(Page):
    """The partners of a programme on the day, the coordinator first."""

    countries: int = Field(description="in how many countries they are", examples=[5])
    results: list[PartnerShape]


class Agreements(Page):
    """The agreements that the filters find, those that can be used first."""

    institutions: int = Field(description="how many partners they are with")
    countries: int = Field(description="in how many real countries these are")
    places: int = Field(description="free places in those that stand open, for what the filters ask")
    standings: dict[str, int] = Field(description="how many stand how")
    facets: dict[str, list[FacetShape]] = Field(description="for each filter its values")
    would_help: list[HelpShape] = Field(description="for an empty list: what to drop, the best first")
    results: list[AgreementShape]


class Sources(Page):
    """Every source of the register, by key."""

    results: list[SourceShape]


class Problem(Schema):
    """What went wrong, after RFC 9457."""

    title: str = Field(examples=["Bad Request"])
    status: int = Field(examples=[400])
    detail: str = Field(examples=['"2021-02-30" is not a date: expected a day of the calendar.'])
