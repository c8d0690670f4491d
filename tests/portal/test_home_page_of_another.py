# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first page of one home tells nothing of another."""

import pytest
import time_machine

from tests.cast import NOW, SECOND_HOST
from tests.portal.reading import utrecht_home

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day(settings):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]
    with time_machine.travel(NOW, tick=False):
        yield


def test_each_home_names_itself_and_its_own_countries(cast, client):
    leiden = client.get("/en/").content.decode()
    second = client.get("/en/", headers={"Host": SECOND_HOST}).content.decode()
    assert "Leiden University" in leiden
    assert "/en/countries/dk/" in leiden
    assert "/en/countries/de/" not in leiden
    assert "Leiden University" not in second
    assert "/en/countries/de/" in second
    assert "/en/countries/dk/" not in second


def test_a_home_without_joint_programmes_is_told_of_no_funding(real_register, client):
    utrecht_home()
    page = client.get("/en/", headers={"Host": SECOND_HOST}).content.decode()
    assert "Utrecht University" in page
    assert "/en/networks/leru/" in page
    assert "more than 600" not in page
