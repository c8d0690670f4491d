# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Members of networks on a day, as the real data have them."""

import pytest

from amicorum.institutions.models import Institution
from amicorum.networks.models import Membership
from amicorum.sources.models import Certainty
from tests.api.reading import DAY, answer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]


def members(network, day=DAY):
    return answer(f"networks/{network}/members", as_of=day)


def ror_ids(network, day=DAY):
    return {member["institution"]["ror_id"] for member in members(network, day)["results"]}


@pytest.mark.parametrize(("day", "count"), [("2012-06-01", 21), ("2023-06-01", 23), ("2024-06-01", 24)])
def test_leru_has_the_members_of_the_day(day, count):
    held = members("leru", day)
    assert (held["count"], len(held["results"])) == (count, count)


def test_a_member_that_left_is_one_until_the_day_before():
    assert members("leru", "2011-02-28")["count"] == 22
    assert members("leru", "2011-03-01")["count"] == 21


def test_leru_and_coimbra_share_eight_members():
    shared = ror_ids("leru") & ror_ids("coimbra-group")
    cities = set(
        Institution.objects.filter(key__in=[f"ror:{one}" for one in shared]).values_list("city", flat=True)
    )
    assert cities == {
        "Barcelona", "Dublin", "Edinburgh", "Geneva", "Heidelberg", "Leuven", "Leiden", "Utrecht",
    }  # fmt: skip


def test_euniwell_goes_on_without_leiden():
    assert members("euniwell", "2021-12-31")["count"] == 7
    assert members("euniwell")["count"] == 11
    assert "027bh9e22" in ror_ids("euniwell", "2022-12-31")
    assert "027bh9e22" not in ror_ids("euniwell", "2023-01-01")


def test_a_network_of_which_too_little_is_known_pretends_no_list():
    held = members("eua")
    assert (held["is_roster"], held["count"], held["results"]) == (False, 0, [])
    assert 0 < held["held"] < held["stated"] / 2
    assert answer("networks/eua")["members"] is None


def test_an_uncertain_membership_is_counted_and_not_shown():
    before = members("leru")
    Membership.objects.filter(network__slug="leru", institution__key="ror:027bh9e22").update(
        certainty=Certainty.UNCERTAIN
    )
    after = members("leru", "2026-11-21")
    assert after["count"] == before["count"] - 1
    assert after["waiting_for_verification"] == before["waiting_for_verification"] + 1


def test_a_member_says_since_when_and_who_says_so():
    leiden = next(one for one in members("leru")["results"] if one["institution"]["ror_id"] == "027bh9e22")
    assert (leiden["start"], leiden["counts_from"], leiden["certainty"]) == (
        "2002",
        "2002-01-01",
        "confirmed",
    )
    assert leiden["sources"][0]["title"]
    assert leiden["institution"]["erasmus_code"] == "NL LEIDEN01"


def test_a_network_tells_the_membership_of_the_home():
    own = answer("networks/euniwell", as_of=DAY)["home_membership"]
    assert (own["is_current"], own["counts_until"]) == (False, "2023-01-01")
    assert answer("networks/4eu-plus", as_of=DAY)["home_membership"] is None
