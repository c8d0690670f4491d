# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Search forgives: whatever people type for a university leads to it."""

import pytest

from amicorum.institutions import search
from amicorum.institutions.actions.name_changes import names_changed
from amicorum.institutions.models import Identifier, Institution, InstitutionName
from amicorum.sources.models import Certainty
from tests.institutions.search_register import (
    ATHENS,
    EDINBURGH,
    GOTHENBURG,
    HOSPITAL,
    KAROLINSKA,
    LEIDEN,
    LEUVEN,
    LMU,
    LODZ,
    TOKYO,
    TUM,
    UPPSALA,
    WIEN,
    enter_register,
    keys,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def source(db):
    return enter_register()


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("leyden", LEIDEN),
        ("KU Leuven", LEUVEN),
        ("K.U. Leuven", LEUVEN),
        ("kuleuven", LEUVEN),
        ("uni wien", WIEN),
        ("upsala", UPPSALA),
        ("NL LEIDEN01", LEIDEN),
        ("nlleiden01", LEIDEN),
        ("999974553", LEIDEN),
        ("027bh9e22", LEIDEN),
        ("E10209370", LEIDEN),
        ("ルーヴェン", LEUVEN),
        ("東京大学", TOKYO),
        ("東京", TOKYO),
        ("αθηνων", ATHENS),
        ("Ledien University", LEIDEN),
        ("univeristeit leiden", LEIDEN),
        ("uppslaa", UPPSALA),
        ("goteborgs universitet", GOTHENBURG),
        ("Universitat Munchen", LMU),
        ("uniwersytet lodzki", LODZ),
        ("leuven katholieke universiteit", LEUVEN),
        ("munchen universitat technische", TUM),
        ("edinburgh university of", EDINBURGH),
        ("KUL", LEUVEN),
        ("tum", TUM),
        ("tu münchen", TUM),
        ("rijksuniversiteit leiden", LEIDEN),
        ("karolinska stockholm", KAROLINSKA),
        ("university of edin", EDINBURGH),
        ('"KU Leuven" AND (title:*', LEUVEN),
    ],
)
def test_what_people_type_leads_first_to_the_university_they_mean(query, meant):
    assert keys(search.find(query))[:1] == [meant]


def test_a_town_typed_without_accents_leads_to_each_of_its_universities():
    assert {LMU, TUM} <= set(keys(search.find("munchen")))


@pytest.mark.parametrize("query", ["uni wien", "wien", "universität wien", "universitat wien"])
def test_a_university_stands_before_its_hospital(query):
    found = keys(search.find(query, limit=20))
    assert found.index(WIEN) < found.index(HOSPITAL)


def test_a_hospital_that_is_named_is_found_all_the_same():
    assert keys(search.find("akh wien"))[0] == HOSPITAL


@pytest.mark.parametrize("typed", ["univ lei", "universit leid", "leid", "leiden u", "univresity leid"])
def test_a_name_is_suggested_while_it_is_typed(typed):
    assert keys(search.suggest(typed))[0] == LEIDEN


def test_what_is_no_longer_active_comes_after_what_is(source):
    twin = Institution.objects.create(
        key="own:twin", slug="twin", display_name="Uppsala University", country_code="SE", status="withdrawn"
    )
    names_changed([twin.pk])
    assert keys(search.find("uppsala university"))[:2] == [UPPSALA, "own:twin"]


def test_an_old_name_leads_to_the_institution_of_today(source):
    leiden = Institution.objects.get(key=LEIDEN)
    leiden.names.create(
        name="Academia Lugduno-Batava", kind="alias", source=source, counts_until="1876-01-01"
    )
    names_changed([leiden.pk])
    assert keys(search.find("lugduno batava")) == [LEIDEN]


def test_an_uncertain_name_or_code_leads_nowhere(source):
    leiden = Institution.objects.get(key=LEIDEN)
    uncertain = {"institution": leiden, "source": source, "certainty": Certainty.UNCERTAIN}
    InstitutionName.objects.create(name="Xylophonia", kind="alias", **uncertain)
    Identifier.objects.create(scheme="pic", value="123123123", **uncertain)
    Identifier.objects.create(institution=leiden, source=source, scheme="schac", value="zzyzx.example")
    names_changed([leiden.pk])
    assert [search.find(query) for query in ("xylophonia", "123123123", "zzyzx.example")] == [[], [], []]


def test_an_institution_is_found_once_by_the_name_that_fits_best():
    hits = search.find("universiteit leiden")
    assert hits[0].name == "Universiteit Leiden"
    assert len(keys(hits)) == len(set(keys(hits)))


def test_no_more_are_found_than_asked_for():
    assert len(search.find("university", limit=3)) == 3
    assert search.find_ids("university", limit=3) == [
        hit.institution_id for hit in search.find("university", limit=3)
    ]
    assert search.find("university", limit=0) == []


def test_searching_again_finds_the_same_in_the_same_order():
    assert search.find("university") == search.find("university")


def test_a_search_costs_one_query_when_nothing_changed(django_assert_num_queries):
    search.warm()
    with django_assert_num_queries(1):
        search.find("leyden")
