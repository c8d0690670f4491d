# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows 3 to 10, 18 and 19 of the seed page: networks, what they are for and what they do."""

from datetime import date

import pytest

from amicorum.institutions.models import InstitutionName
from amicorum.networks.actions import end_membership
from amicorum.networks.models import Membership, NetworkStatement

SEED_DAY = "2021-12-31"
LEIDEN = "027bh9e22"

pytestmark = pytest.mark.django_db


def stated(key):
    return (
        NetworkStatement.objects.select_related("network", "source", "corrected_by")
        .prefetch_related("texts")
        .get(key=key)
    )


def membership(network):
    return Membership.objects.get(key=f"{network}/{LEIDEN}")


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("leru/advocacy", id="row 3: LERU convinces governments"),
        pytest.param("leru/knowledge-sharing", id="row 4: LERU shares expertise"),
        pytest.param("leru/collaboration", id="row 4: LERU fosters contact"),
        pytest.param("coimbra-group/profile", id="row 5: centuries-old universities"),
        pytest.param("coimbra-group/internationalisation", id="row 6: internationalisation"),
        pytest.param("coimbra-group/collaboration", id="row 6: cooperation"),
        pytest.param("coimbra-group/excellence", id="row 6: excellence"),
        pytest.param("coimbra-group/knowledge-transfer", id="row 6: transfer of knowledge"),
        pytest.param("coimbra-group/influence", id="row 6: influences policy"),
        pytest.param("coimbra-group/best-practice", id="row 6: best practice"),
        pytest.param("europaeum/young-researchers-and-leaders", id="row 7: brings people together"),
        pytest.param("europaeum/conferences", id="row 8: conferences"),
        pytest.param("europaeum/colloquia", id="row 8: colloquia"),
        pytest.param("europaeum/summer-schools", id="row 8: summer schools"),
        pytest.param("europaeum/leaders", id="row 8: leaders from politics, culture and business"),
        pytest.param("eua/forum", id="row 9: a forum"),
        pytest.param("eua/expertise", id="row 9: expertise"),
        pytest.param("eua/bologna", id="row 10: the Bologna process"),
        pytest.param("eua/policy", id="row 10: policy discussions"),
        pytest.param("euniwell/well-being", id="row 18: well-being, with six others"),
        pytest.param("euniwell/opportunities", id="row 19: opportunities"),
    ],
)
def test_a_statement_stands_with_its_source_and_goes_with_its_record(site, take_away, key):
    statement = stated(key)
    page = f"networks/{statement.network.slug}/"
    assert site.says(statement, page, SEED_DAY)
    assert site.cites(statement.source, page, SEED_DAY)
    take_away(statement)
    assert not site.says(statement, page, SEED_DAY)


@pytest.mark.parametrize("network", ["leru", "coimbra-group", "europaeum", "eua"])
def test_a_membership_holds_then_and_now_and_ends_when_its_record_does(site, now, network):
    link = f"/networks/{network}/"
    for day in (SEED_DAY, None):
        assert all(current(site, language, link, day) for language in ("en", "nl"))
    end_membership(membership=membership(network), on=date(2021, 6, 1), by="person:1", at=now)
    for day in (SEED_DAY, None):
        assert not any(current(site, language, link, day) for language in ("en", "nl"))
        assert all(link in site.markup(language, "", day) for language in ("en", "nl")), "former, not gone"


def current(site, language, link, day):
    """Whether a tie stands on the first page before the former ones begin."""
    before_former, _, _ = site.markup(language, "", day).partition('id="former"')
    _, _, entries = before_former.partition('id="networks"')
    return link in entries


def test_row_5_the_year_of_coimbra_is_corrected_with_both_sources(site, take_away):
    page = "networks/coimbra-group/"
    said_1987, founded, chartered = (
        stated(f"coimbra-group/{name}") for name in ("founded-seed-page", "founded", "chartered")
    )
    assert (said_1987.value, founded.value, chartered.value) == ("1987", "1985", "1987")
    assert said_1987.corrected_by == founded
    for language in ("en", "nl"):
        text = site.text(language, page)
        assert "1985" in text
        assert "1987" in text
    assert site.cites(said_1987.source, page)
    assert site.cites(founded.source, page)
    take_away(said_1987)
    assert not site.says(said_1987, page)


def test_row_7_the_europaeum_was_founded_in_1992(site, take_away):
    founded = stated("europaeum/founded")
    for day in (SEED_DAY, None):
        assert site.says(founded, "networks/europaeum/", day)
    take_away(founded)
    assert not site.says(founded, "networks/europaeum/")


@pytest.mark.parametrize(("language", "to_be_checked"), [("en", "to be checked"), ("nl", "te controleren")])
def test_row_9_eua_speaks_for_47_countries_and_the_figure_asks_to_be_checked(site, language, to_be_checked):
    assert stated("eua/countries").value == "47"
    then, today = site.text(language, "networks/eua/", SEED_DAY), site.text(language, "networks/eua/")
    assert "47" in then
    assert "47" in today
    assert to_be_checked in today


def test_row_9_the_figure_goes_with_its_record(site, take_away):
    countries = stated("eua/countries")
    assert site.says(countries, "networks/eua/", SEED_DAY)
    take_away(countries)
    assert not site.says(countries, "networks/eua/", SEED_DAY)


def test_row_18_euniwell_has_seven_members_then_and_eleven_today_without_leiden(site):
    for language, then, today in (
        ("en", "7 members", "11 members"),
        ("nl", "7 leden", "11 leden"),
    ):
        assert then in site.text(language, "networks/euniwell/", SEED_DAY)
        assert today in site.text(language, "networks/euniwell/")


@pytest.mark.parametrize(("language", "former"), [("en", "Former member"), ("nl", "Voormalig lid")])
def test_row_18_leiden_is_a_former_member_and_una_europa_the_successor(site, language, former):
    link = "/networks/euniwell/"
    assert current(site, language, link, SEED_DAY)
    assert former not in site.text(language, "networks/euniwell/", SEED_DAY)
    assert not current(site, language, link, None)
    text = site.text(language, "networks/euniwell/")
    assert former in text
    assert "2023" in text
    assert "Una Europa" in text


@pytest.mark.parametrize(
    ("language", "misspelt"), [("en", "Misspelt elsewhere as"), ("nl", "Elders fout gespeld als")]
)
def test_row_18_the_spelling_of_linnaeus_is_corrected(site, take_away, language, misspelt):
    held = InstitutionName.objects.get(kind=InstitutionName.Kind.MISSPELLING)
    assert "Linneaus" in held.name
    page = f"institutions/{held.institution.slug}/"
    assert f"{misspelt} {held.name}" in site.text(language, page)
    assert "Linneaus" not in site.text(language, "networks/euniwell/", SEED_DAY)
    take_away(held)
    assert misspelt not in site.text(language, page)


def test_row_18_a_member_that_is_taken_away_is_counted_no_more(site, take_away):
    take_away(
        Membership.objects.get(network__slug="euniwell", institution__display_name__contains="Linnaeus")
    )
    assert "6 members" in site.text("en", "networks/euniwell/", SEED_DAY)
    assert "6 leden" in site.text("nl", "networks/euniwell/", SEED_DAY)


def test_row_19_what_euniwell_offers_is_told_no_more_today(site):
    opportunities = stated("euniwell/opportunities")
    assert site.says(opportunities, "networks/euniwell/", SEED_DAY)
    assert not site.says(opportunities, "networks/euniwell/")


def test_row_19_opportunities_of_una_europa_stand_today_instead(site, take_away):
    una_europa = stated("una-europa/opportunities")
    assert site.says(una_europa, "networks/una-europa/")
    take_away(una_europa)
    assert not site.says(una_europa, "networks/una-europa/")
