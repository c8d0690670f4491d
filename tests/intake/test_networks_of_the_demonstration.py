# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import pytest

from amicorum.intake.networks import take_in_networks
from amicorum.networks.models import Membership, Network, NetworkStatement
from tests.intake.tables import outcomes, taken_in
from tests.registers import DATA, LOADED_ON

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]


def members(network: str, day: date) -> set[str]:
    rows = Membership.objects.public().full().on(day).filter(network__slug=network)
    return set(rows.values_list("institution__display_name", flat=True))


@pytest.mark.parametrize(
    ("network", "day", "count"),
    [
        ("leru", date(2012, 6, 1), 21),
        ("leru", date(2023, 6, 1), 23),
        ("leru", date(2024, 6, 1), 24),
        ("euniwell", date(2021, 12, 31), 7),
        ("euniwell", LOADED_ON, 11),
    ],
)
def test_a_network_has_the_members_that_its_sources_count_on_a_day(network, day, count):
    assert len(members(network, day)) == count


def test_leru_and_the_coimbra_group_share_eight_universities():
    shared = Membership.objects.public().full().on(LOADED_ON).filter(network__slug="coimbra-group")
    of_both = shared.filter(
        institution__in=Membership.objects.public()
        .full()
        .on(LOADED_ON)
        .filter(network__slug="leru")
        .values("institution")
    )
    cities = set(of_both.values_list("institution__city", flat=True))
    assert cities == {
        "Barcelona", "Dublin", "Edinburgh", "Geneva", "Heidelberg", "Leuven", "Leiden", "Utrecht",
    }  # fmt: skip


def test_karolinska_leaves_leru_with_the_first_of_march_2011():
    karolinska = Membership.objects.filter(
        network__slug="leru", institution__display_name__contains="Karolinska"
    )
    assert karolinska.on(date(2011, 2, 28)).exists()
    assert not karolinska.on(date(2011, 3, 1)).exists()


def test_leiden_left_euniwell_on_the_first_day_of_2023_and_its_successor_is_known():
    leiden = Membership.objects.get(network__slug="euniwell", institution__home__slug="leiden")
    assert leiden.covers(date(2022, 12, 31))
    assert not leiden.covers(date(2023, 1, 1))
    assert leiden.successor is not None
    assert leiden.successor.slug == "una-europa"


@pytest.mark.parametrize("network", ["eua", "unica", "u21", "utrecht-network", "aurora"])
def test_of_some_networks_less_than_half_of_the_stated_members_may_be_shown(network):
    stated = Network.objects.get(slug=network).members_stated
    shown = len(members(network, LOADED_ON))
    assert shown < stated / 2 if stated else shown == 0


def test_the_corrected_year_of_the_coimbra_group_points_at_the_better_one():
    seed = NetworkStatement.objects.get(key="coimbra-group/founded-seed-page")
    assert seed.value == "1987"
    assert seed.corrected_by is not None
    assert (seed.corrected_by.value, seed.corrected_by.certainty) == ("1985", "confirmed")


def test_every_text_of_a_network_is_held_in_english_and_dutch():
    for network in Network.objects.with_texts():
        for field in ("name", "aims"):
            assert {network.said(field, tongue).language for tongue in ("en", "nl")} == {"en", "nl"}


def test_the_same_tables_taken_in_again_change_nothing():
    report = taken_in(take_in_networks, DATA)
    assert outcomes(report) == (0, 0, 381)
    assert report.refusals == []
