# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Countries and territories of ISO 3166-1, with their region (M49) and their part in Erasmus+."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from amicorum.vocabulary.errors import NotACountry
from amicorum.vocabulary.tables import rows, text_in, texts

CONTINENTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "africa": {"en": "Africa", "nl": "Afrika"},
        "asia": {"en": "Asia", "nl": "Azië"},
        "europe": {"en": "Europe", "nl": "Europa"},
        "latin-america-and-the-caribbean": {
            "en": "Latin America and the Caribbean",
            "nl": "Latijns-Amerika en de Caraïben",
        },
        "north-america": {"en": "North America", "nl": "Noord-Amerika"},
        "oceania": {"en": "Oceania", "nl": "Oceanië"},
    }
)
"""The parts of the world as a student looks for them, by id: names by language."""

_AMERICAS = "Americas"
_NORTHERN_AMERICA = "Northern America"


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory, known by its alpha-2 `code`.

    `region` and `subregion` are those of M49, in English. `is_programme_country` is the status in
    Erasmus+ 2021-2027. `eu_code` differs from `code` for Greece (EL) and the United Kingdom (UK).
    """

    code: str
    alpha3: str
    names: Mapping[str, str] = field(hash=False, repr=False)
    region: str
    subregion: str
    is_programme_country: bool
    eu_code: str
    is_fictitious: bool = False

    def name(self, language: str) -> str:
        """The name in the language, else in English."""
        return text_in(language, self.names)

    @property
    def continent(self) -> str | None:
        """The id of its continent in `CONTINENTS`; None for Antarctica and the fictitious country."""
        if self.region == _AMERICAS:
            is_north = self.subregion == _NORTHERN_AMERICA
            return "north-america" if is_north else "latin-america-and-the-caribbean"
        return self.region.lower() or None


# XA to XZ and XAA to XZZ are free for users in ISO 3166-1: never a real country.
_FICTITIOUS = Country(
    code="XZ",
    alpha3="XZZ",
    names=MappingProxyType({"en": "Fictitious country (sample)", "nl": "Fictief land (voorbeeld)"}),
    region="",
    subregion="",
    is_programme_country=False,
    eu_code="XZ",
    is_fictitious=True,
)


@cache
def countries(*, fictitious: bool = False) -> tuple[Country, ...]:
    """Every country by alpha-2 code, Kosovo (XK, a code of users) among them.

    With `fictitious` also the made-up one of the sample data, at the end.
    """
    real = tuple(_country(row) for row in rows("countries"))
    return (*real, _FICTITIOUS) if fictitious else real


def _country(row: Mapping[str, str]) -> Country:
    return Country(
        code=row["alpha2"],
        alpha3=row["alpha3"],
        names=texts(row, "name"),
        region=row["un_region"],
        subregion=row["un_subregion"],
        is_programme_country=row["erasmus_programme_country"] == "1",
        eu_code=row["eu_style_code"],
    )


@cache
def _by_code() -> dict[str, Country]:
    known = countries(fictitious=True)
    return {code: country for country in known for code in (country.code, country.alpha3, country.eu_code)}


def country(text: str) -> Country:
    """The country with this alpha-2, alpha-3 or EU-style code, in capitals or not; raises `NotACountry`."""
    found = _by_code().get(text.strip().upper())
    if found is None:
        raise NotACountry(text, "a code of ISO 3166-1 such as NL or NLD, or EL or UK")
    return found
