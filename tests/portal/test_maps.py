# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map of a network lies where its silhouette was drawn, and shows the world where Europe is too small."""

import json
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from amicorum.institutions.models import Home, Institution
from amicorum.portal.maps import of_institutions
from amicorum.portal.projections import silhouette
from amicorum.portal.visit import Visit
from tests.cast import TODAY

pytestmark = pytest.mark.django_db

LEIDEN, TOKYO = (4.497, 52.16), (139.76, 35.71)


@pytest.mark.parametrize("part", ["europe", "world"])
def test_the_landmarks_of_the_silhouette_are_met(part):
    drawn = json.loads(Path(str(finders.find(f"geo/{part}-land.json"))).read_text())
    assert drawn["landmarks"]
    for mark in drawn["landmarks"]:
        met = silhouette(part).project(mark["lon"], mark["lat"])
        assert met == pytest.approx((mark["x"], mark["y"]), abs=0.01)


def made(visit, *places):
    held = list(Institution.objects.exclude(pk=visit.home.institution_id)[: len(places)])
    for one, (longitude, latitude) in zip(held, places, strict=True):
        one.longitude, one.latitude = longitude, latitude
    return of_institutions(visit, held)


@pytest.fixture
def visit(cast):
    return Visit(Home.objects.get(slug="leiden"), "en", TODAY, TODAY)


def test_europe_is_shown_where_all_lie_in_it_and_the_world_otherwise(visit):
    near, far = made(visit, LEIDEN, LEIDEN), made(visit, LEIDEN, TOKYO)
    assert near.is_europe
    assert not far.is_europe
    assert len(far.dots) == 2


def test_a_group_without_places_has_no_map(visit):
    assert of_institutions(visit, Institution.objects.all()) is None


def test_the_home_is_drawn_last(visit):
    home = visit.home.institution
    home.longitude, home.latitude = LEIDEN
    other = Institution.objects.exclude(pk=home.pk)[0]
    other.longitude, other.latitude = LEIDEN
    drawn = of_institutions(visit, [home, other])
    assert drawn
    assert [dot.place.is_home for dot in drawn.dots] == [False, True]
