# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import pytest

from amicorum.intake.programmes import take_in_programmes
from amicorum.programmes.models import Consortium, FundingPeriod, Partner, Programme
from tests.intake.tables import outcomes, taken_in
from tests.registers import DATA

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]


def partners(programme: str, day: date):
    return Partner.objects.public().on(day).filter(programme__slug=programme)


def test_algant_has_eight_universities_in_five_countries_in_september_2024():
    countries = partners("algant-master", date(2024, 9, 1)).values_list(
        "institution__country_code", flat=True
    )
    assert (len(countries), len(set(countries))) == (8, 5)


def test_mind_has_seven_partners_in_september_2014_coordinated_by_graz():
    rows = partners("mind", date(2014, 9, 1))
    assert rows.count() == 7
    assert rows.get(role="coordinator").institution.city == "Graz"


def test_leiden_takes_part_in_three_programmes_of_two_consortia_as_of_2021():
    rows = Partner.objects.public().on(date(2021, 12, 31)).filter(institution__home__slug="leiden")
    of_leiden = Programme.objects.filter(partners__in=rows)
    assert set(of_leiden.values_list("slug", flat=True)) == {"algant-master", "algant-doc", "mind"}
    assert of_leiden.values("consortium").distinct().count() == 2


def test_the_end_of_the_funding_ends_no_partner_and_no_consortium():
    funding = FundingPeriod.objects.get(key="mind/2011")
    assert str(funding.counts_until) == "2017-01-01"
    assert Consortium.objects.get(slug="mind").covers(date(2018, 1, 1))
    assert partners("mind", date(2018, 1, 1)).count() == 7


def test_the_same_tables_taken_in_again_change_nothing():
    report = taken_in(take_in_programmes, DATA)
    assert outcomes(report) == (0, 0, 129)
    assert report.refusals == []
