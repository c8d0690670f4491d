# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two homes in one installation: each host tells of its own."""

import pytest

from tests.api.reading import DAY, answer
from tests.cast import SECOND_HOST


@pytest.fixture(autouse=True)
def hosts(settings, cast):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]


def partners_of(host):
    found = answer("partners", host, as_of=DAY)
    names = [partner["name"] for one in found["results"] for partner in one["partners"]]
    return found["count"], names, [one["owner"] for one in found["results"]]


def test_each_home_tells_its_own_agreements():
    assert partners_of("testserver") == (1, ["University of Copenhagen"], ["humanities"])
    assert partners_of(SECOND_HOST) == (1, ["Justus-Liebig-Universität Gießen"], ["office"])


def test_no_facet_tells_of_the_other_home():
    own, other = (answer("partners", host, as_of=DAY)["facets"] for host in ("testserver", SECOND_HOST))
    assert [value["value"] for value in own["country"]] == ["DK"]
    assert [value["value"] for value in other["country"]] == ["DE"]
    assert "humanities" not in {value["value"] for value in other["unit"]}


def test_a_network_tells_the_membership_of_the_home_that_is_asked():
    assert answer("networks/leru", as_of=DAY)["home_membership"]["start"] == "2002"
    assert answer("networks/leru", SECOND_HOST, as_of=DAY)["home_membership"] is None
    listed = answer("networks", SECOND_HOST, as_of=DAY)["results"]
    assert [one["home_membership"] for one in listed] == [None]


def test_an_answer_kept_for_one_home_is_not_given_to_the_other():
    first = answer("partners", as_of=DAY)
    assert answer("partners", SECOND_HOST, as_of=DAY) != first
    assert answer("partners", as_of=DAY) == first
