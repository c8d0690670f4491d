# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Joint programmes and their partners on a day, as the real data have them."""

import pytest

from amicorum.programmes.models import Consortium, FundingPeriod, Programme
from amicorum.sources.models import Certainty
from tests.api.reading import DAY, answer, refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]


def test_algant_has_eight_partners_in_five_countries():
    held = answer("programmes/algant-master/partners", as_of="2024-09-01")
    assert (held["count"], len(held["results"]), held["countries"]) == (8, 8, 5)


def test_mind_has_its_partners_for_the_time_they_were_partners():
    assert answer("programmes/mind/partners", as_of="2014-09-01")["count"] == 7


def test_a_programme_has_its_own_life_and_each_funding_another():
    mind = answer("programmes/mind", as_of="2020-01-01")
    assert mind["is_current"]
    assert [(one["action"], one["is_current"]) for one in mind["funding"]] == [("erasmus-mundus", False)]
    assert mind["consortium"]["id"] == "mind"
    assert mind["home_part"]["role"] in {"coordinator", "partner"}


def test_a_list_holds_what_had_begun():
    assert answer("programmes", as_of="2003-01-01")["count"] == 0
    ids = [one["id"] for one in answer("programmes", as_of=DAY)["results"]]
    assert {"algant-master", "algant-doc", "mind"} <= set(ids)
    assert ids == sorted(ids)


def test_what_is_uncertain_is_not_told():
    FundingPeriod.objects.filter(programme__slug="mind").update(certainty=Certainty.UNCERTAIN)
    assert answer("programmes/mind")["funding"] == []
    Programme.objects.filter(slug="mind").update(certainty=Certainty.UNCERTAIN)
    assert refusal("programmes/mind", as_of=DAY)["status"] == 404
    assert refusal("programmes/mind/partners")["status"] == 404


def test_a_consortium_that_is_uncertain_is_not_told_with_its_programme():
    Consortium.objects.filter(slug="mind").update(certainty=Certainty.UNCERTAIN)
    assert answer("programmes/mind")["consortium"] is None
    listed = {one["id"]: one["consortium"] for one in answer("programmes", as_of=DAY)["results"]}
    assert listed["mind"] is None
    assert listed["algant-master"]["id"] == "algant"


def test_texts_are_in_the_language_that_is_asked_for():
    english, dutch = (answer("programmes/algant-master", lang=lang) for lang in ("en", "nl"))
    assert (english["name_language"], dutch["name_language"]) == ("en", "nl")
    assert english["description"] != dutch["description"]
