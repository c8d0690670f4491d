# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a caller may ask in the query of an address."""

from typing import Annotated

from ninja import Field, Path, Schema

from amicorum.agreements.destinations import Filters

LARGEST_PAGE = 100
FARTHEST = 1_000_000
"""Offset from which on no list of ours goes on."""
LONGEST_TEXT = 200
"""Characters of a text that is searched for."""

NetworkId = Annotated[str, Path(description="Id of the network.", examples=["leru"])]
ProgrammeId = Annotated[str, Path(description="Id of the programme.", examples=["algant-master"])]


class Asked(Schema):
    """For which day, and in which language."""

    as_of: str = Field(
        "",
        max_length=20,
        description="The day for which the answer holds, as YYYY-MM-DD; empty: today.",
        examples=["2021-12-31"],
    )
    lang: str = Field(
        "",
        max_length=20,
        description="The language of names and texts as a BCP 47 tag; empty: the first language of the home. "
        "Where a text does not exist in it, another one is given and says its language.",
        examples=["nl"],
    )


class Stretch(Schema):
    """Which part of a list."""

    limit: int = Field(LARGEST_PAGE, ge=1, le=LARGEST_PAGE, description="Results at most.", examples=[20])
    offset: int = Field(
        0, ge=0, le=FARTHEST, description="How many results to skip; see `next`.", examples=[0]
    )


class Named(Schema):
    """Which institution."""

    q: str = Field(
        "",
        max_length=LONGEST_TEXT,
        description="A name, alias, acronym, code or city in any language; slips of letters are forgiven. "
        "Empty: every institution, by name.",
        examples=["leyden"],
    )


def _values(description: str, example: str) -> list[str]:
    text = f"{description} Several values widen the search."
    field: list[str] = Field([], max_length=30, description=text, examples=[[example]])
    return field


class Destinations(Schema):
    """The filters of the destination search; values of one filter are alternatives, filters add up."""

    q: str = Field(
        "",
        max_length=LONGEST_TEXT,
        description="A text by which the partner is found, as in `institutions`.",
        examples=["Copenhagen"],
    )
    country: list[str] = _values("Country of a partner, ISO 3166-1 alpha-2.", "DK")
    continent: list[str] = _values("Continent of a partner.", "europe")
    field: list[str] = _values("Field of study, ISCED-F 2013, broad, narrow or detailed.", "0222")
    level: list[str] = _values("Level, EQF 1 to 8.", "7")
    language: list[str] = _values("Language of teaching, BCP 47.", "en")
    kind: list[str] = _values("Kind of agreement.", "student-exchange")
    unit: list[str] = _values("Code of a unit whose students may go.", "humanities")
    network: list[str] = _values("Id of a network of which the partner is a full member.", "leru")
    term: list[str] = _values("Term of the stay.", "first-semester")
    standing: list[str] = _values(
        "How the agreement stands; none chosen: open, full, future and closed.", "open"
    )

    def filters(self) -> Filters:
        """Raises `UnableToFilter` for a value that its filter does not know."""
        asked = self.model_dump()
        return Filters.parse({**asked, "q": [asked["q"]]})
