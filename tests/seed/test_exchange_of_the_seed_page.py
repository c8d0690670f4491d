# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows 1, 2, 15, 16, 17 and 20 of the seed page: the page itself, exchange, and cookies."""

import re
from datetime import date

import pytest

from amicorum.agreements.models import Agreement
from amicorum.institutions.models import HomeStatement
from amicorum.journal.actions import raise_public_version
from amicorum.networks.models import Network, NetworkText

SEED_DAY = "2021-12-31"

pytestmark = pytest.mark.django_db


def test_row_1_every_text_of_a_network_is_there_in_both_languages_with_its_state(real_register):
    for network in Network.objects.with_texts():
        languages = {text.language for text in network.texts.all() if text.field == "aims" and text.state}
        assert languages == {"en", "nl"}, network


def test_row_1_a_text_that_is_missing_is_offered_in_the_other_language_and_marked(site):
    leru = Network.objects.get(slug="leru")
    english = leru.said("aims", "en").text
    NetworkText.objects.get(owner=leru, field="aims", language="nl").delete()
    raise_public_version()
    assert f'<span lang="en">{english}' in site.markup("nl")


@pytest.mark.parametrize(("language", "other"), [("en", "nl"), ("nl", "en")])
def test_row_1_each_page_is_in_its_language_and_leads_to_the_same_in_the_other(site, language, other):
    markup = site.markup(language, "networks/leru/", SEED_DAY)
    assert f'<html lang="{language}">' in markup
    assert f'href="/{other}/networks/leru/?as_of={SEED_DAY}"' in markup


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param("partnerships", id="row 2: the partnerships in which the university takes part"),
        pytest.param("study-abroad", id="row 15: students are encouraged to go abroad"),
        pytest.param("dense-network", id="row 16: a dense network of partners"),
        pytest.param("agreements", id="row 17: more than 600 agreements"),
    ],
)
def test_a_statement_on_the_home_stands_with_its_source_and_goes_with_its_record(site, take_away, kind):
    statement = HomeStatement.objects.select_related("source").prefetch_related("texts").get(kind=kind)
    for day in (SEED_DAY, None):
        assert site.says(statement, "", day)
    assert site.cites(statement.source, "", SEED_DAY)
    take_away(statement)
    assert not site.says(statement, "", SEED_DAY)


def test_row_16_the_partners_stand_on_a_map_and_in_a_list_of_countries(site):
    for language in ("en", "nl"):
        markup = site.markup(language)
        assert len(re.findall(r'class="map-dot', markup)) > 10
        assert f"/{language}/countries/" in markup


@pytest.mark.parametrize(("language", "mark"), [("en", "Sample data"), ("nl", "Voorbeeldgegevens")])
def test_row_17_the_live_count_is_that_of_the_list_it_leads_to_and_is_marked_as_sample(site, language, mark):
    markup = site.markup(language)
    figure = re.search(
        r'class="statement is-second">\s*<a class="figure-link" href="([^"]+)">([^<]+)</a>', markup
    )
    assert figure
    link, count = figure.groups()
    listed = site.client.get(link.replace("&amp;", "&"))
    assert re.search(rf"\b{re.escape(count)}\b", listed.content.decode())
    assert mark in markup


@pytest.mark.parametrize(
    "path", ["", "networks/", "networks/leru/", "programmes/mind/", "partners/", "cookies/"]
)
def test_row_20_no_page_sets_a_cookie(site, path):
    for language in ("en", "nl"):
        response = site.client.get(f"/{language}/{path}")
        assert response.status_code == 200
        assert not response.cookies


@pytest.mark.parametrize(("language", "sentence"), [("en", "no cookie"), ("nl", "geen cookie")])
def test_row_20_the_page_on_cookies_says_that_none_is_set(site, language, sentence):
    assert sentence in site.text(language, "cookies/").lower()


@pytest.mark.parametrize(
    ("language", "stated"), [("en", "more than 600 agreements"), ("nl", "meer dan 600 overeenkomsten")]
)
def test_row_17_the_stated_figure_leads_then_and_the_live_count_today(site, take_away, language, stated):
    def heading(day=None):
        return site.markup(language, "", day).partition("<h1")[2].partition("</h1>")[0]

    assert stated in heading(SEED_DAY)
    assert stated not in heading()
    take_away(HomeStatement.objects.get(kind="agreements"))
    assert stated not in heading(SEED_DAY)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_row_16_a_partner_whose_agreement_ends_leaves_the_map(site, language):
    def dots():
        return len(re.findall(r'class="map-dot', site.markup(language)))

    before = dots()
    agreement = Agreement.objects.in_force(date(2026, 11, 22)).filter(parties__institution__latitude__gt=0)[0]
    partner = agreement.parties.all()[0].institution
    Agreement.objects.with_partner(partner).update(counts_until=date(2026, 11, 22), counts_from=None)
    raise_public_version("leiden")
    assert dots() == before - 1
