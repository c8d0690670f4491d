# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A text finds every partner that bears it, however many institutions of the register do."""

import pytest
import time_machine

from amicorum.institutions.actions.records import add_institution
from tests.api.reading import answer
from tests.cast import NOW, SECOND_HOST, TOLD
from tests.portal.destination_site import a_partner, an_exchange, listed, page_of, second_page

PARTNERS = 3


@pytest.fixture(autouse=True)
def a_register_full_of_universities(cast):
    for number in range(150):
        add_institution(
            key=f"sample:other-{number}", name=f"University {number} (fictitious)", language="en",
            values={"country_code": "XZ", "is_fictitious": True}, **TOLD,
        )  # fmt: skip
    for number in range(PARTNERS):
        an_exchange(cast, a_partner(cast, number), f"text-{number}")
    with time_machine.travel(NOW, tick=False):
        yield


def test_a_common_word_loses_no_partner(client):
    found = listed(page_of(client, q="university"))
    assert len(found) == PARTNERS + 1
    assert "university-of-copenhagen" in found


def test_programs_find_the_same():
    assert answer("partners", q="university")["count"] == PARTNERS + 1


def test_a_slip_is_forgiven_still(client):
    assert listed(page_of(client, q="Copenhagn")) == ["university-of-copenhagen"]


def test_a_text_that_is_no_name_finds_nobody(client):
    assert listed(page_of(client, q="?!")) == []


def test_each_home_finds_its_own_partners(client, settings):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]
    assert listed(second_page(client, q="universität")) == ["justus-liebig-universitat-giessen"]
    assert listed(second_page(client, q="copenhagen")) == []
