# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Walking a list from part to part."""

import json
from typing import Any

import pytest
from django.test import Client

from tests.api.reading import DAY, ROOT, answer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]
LISTS = (
    "institutions", "networks", "networks/leru/members", "programmes", "programmes/algant-master/partners",
    "partners", "sources",
)  # fmt: skip


@pytest.mark.parametrize("path", LISTS)
def test_following_the_addresses_gives_every_result_once(path):
    whole = answer(path, as_of=DAY)
    address = f"{ROOT}{path}?as_of={DAY}&limit=7"
    walked: list[Any] = []
    while address and len(walked) < len(whole["results"]):
        part = Client().get(address).json()
        assert part["count"] == whole["count"]
        walked += part["results"]
        address = part["next"]
    walked = walked[: len(whole["results"])]
    assert walked == whole["results"]
    assert len({json.dumps(one) for one in walked}) == len(walked) > 0


def test_the_way_back_leads_to_the_part_before():
    third = answer("networks", limit=2, offset=4, lang="nl")
    second = Client().get(third["previous"]).json()
    assert second == answer("networks", limit=2, offset=2, lang="nl")
    assert answer("networks", limit=2)["previous"] is None


def test_beyond_the_end_there_is_nothing():
    beyond = answer("networks", offset=500)
    assert (beyond["results"], beyond["next"]) == ([], None)
