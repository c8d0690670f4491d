# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Countries: codes, names, parts of the world, and the one that does not exist."""

import pytest

from amicorum.vocabulary.countries import CONTINENTS, countries, country
from amicorum.vocabulary.errors import NotACountry


@pytest.mark.parametrize("text", ["NL", "nl", "NLD", " nld "])
def test_a_country_is_known_by_two_or_three_letters(text: str) -> None:
    assert country(text).code == "NL"


@pytest.mark.parametrize(("eu_code", "code"), [("EL", "GR"), ("UK", "GB")])
def test_the_union_writes_two_countries_in_its_own_way(eu_code: str, code: str) -> None:
    assert country(eu_code) is country(code)
    assert country(code).eu_code == eu_code


def test_every_code_leads_back_to_its_country() -> None:
    for known in countries(fictitious=True):
        assert country(known.code) == country(known.alpha3) == country(known.eu_code) == known


def test_every_country_has_an_english_and_a_dutch_name() -> None:
    assert country("DE").name("nl") == "Duitsland"
    assert country("DE").name("fr") == "Germany"
    assert [known.code for known in countries() if not {"en", "nl"} <= set(known.names)] == []


def test_thirty_three_countries_are_programme_countries() -> None:
    assert sum(known.is_programme_country for known in countries()) == 33
    assert country("NO").is_programme_country
    assert not country("GB").is_programme_country


@pytest.mark.parametrize(
    ("code", "continent"),
    [
        ("NL", "europe"),
        ("US", "north-america"),
        ("MX", "latin-america-and-the-caribbean"),
        ("CW", "latin-america-and-the-caribbean"),
        ("BR", "latin-america-and-the-caribbean"),
        ("JP", "asia"),
        ("ZA", "africa"),
        ("NZ", "oceania"),
        ("AQ", None),
        ("XZ", None),
    ],
)
def test_a_country_lies_in_a_continent_as_students_know_them(code: str, continent: str | None) -> None:
    assert country(code).continent == continent


def test_every_country_but_antarctica_lies_in_a_continent_with_a_name() -> None:
    assert [known.code for known in countries() if known.continent not in CONTINENTS] == ["AQ"]
    assert {known.continent for known in countries()} == {*CONTINENTS, None}
    assert all(set(names) == {"en", "nl"} for names in CONTINENTS.values())


def test_kosovo_has_a_code_of_users() -> None:
    assert country("XKX").code == "XK"


def test_the_fictitious_country_is_listed_only_when_asked_for() -> None:
    fictitious = country("XZ")
    assert fictitious.is_fictitious
    assert fictitious.name("nl") == "Fictief land (voorbeeld)"
    assert fictitious not in countries()
    assert countries(fictitious=True) == (*countries(), fictitious)
    assert not any(known.is_fictitious for known in countries())


@pytest.mark.parametrize("text", ["", "N", "ZZ", "XX", "Nederland", "NLDX", "528"])
def test_what_is_no_country_code_is_refused(text: str) -> None:
    with pytest.raises(NotACountry, match="is not a country code"):
        country(text)
