# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first page asks a constant number of questions, and its figures are those of the lists."""

import re

import pytest
import time_machine
from django.core.cache import cache

from tests.registers import LOADED_AT

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day():
    with time_machine.travel(LOADED_AT, tick=False):
        yield


@pytest.mark.parametrize("address", ["/en/", "/nl/", "/en/?as_of=2021-12-31"])
def test_the_first_page_takes_at_most_fifteen_queries(
    client, real_register, django_assert_max_num_queries, address
):
    client.get(address)
    cache.clear()
    with django_assert_max_num_queries(15):
        assert client.get(address).status_code == 200


def test_the_countries_of_the_sentence_are_those_of_the_list_and_of_the_search(client, real_register):
    page = client.get("/en/").content.decode()
    told = re.search(r">(\d+) countries</a>", page)
    assert told
    assert page.count('href="/en/countries/') == int(told[1])
    link = re.search(r'href="(/en/partners/\?[^"]+)">\w+ universities', page)
    assert link
    assert f"{told[1]} countries" in client.get(link[1].replace("&amp;", "&")).content.decode()
