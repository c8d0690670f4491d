# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sitemap names an institution exactly when it has a page."""

import re

import pytest
import time_machine
from django.core.cache import cache

from amicorum.agreements.models import Agreement
from amicorum.institutions.models import Home
from amicorum.networks.models import Membership
from amicorum.programmes.models import Partner, Programme
from amicorum.sources.models import Certainty
from tests.registers import LOADED_AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_register")]


@pytest.fixture(autouse=True)
def on_the_day_of_loading():
    Home.objects.update(is_demonstration=False)
    with time_machine.travel(LOADED_AT, tick=False):
        yield


def institutions(client):
    found = re.findall(r"<loc>http://testserver(/en/institutions/[^<]+)</loc>", sitemap(client))
    assert len(found) == len(set(found))
    return found


def sitemap(client):
    cache.clear()  # the public version tells nothing of what is written past the actions
    return client.get("/sitemap.xml").content.decode()


def test_a_programme_that_waits_for_verification_brings_nobody_into_the_sitemap(client):
    Membership.objects.all().delete()
    Agreement.objects.all().delete()
    mind = Programme.objects.get(slug="mind")
    Partner.objects.exclude(programme=mind).delete()
    assert len(institutions(client)) > 1
    Programme.objects.filter(pk=mind.pk).update(certainty=Certainty.UNCERTAIN)
    assert institutions(client) == ["/en/institutions/leiden-university/"]
    assert client.get("/en/institutions/leiden-university/").status_code == 200


def test_a_partner_of_a_real_agreement_alone_is_in_it(client):
    Membership.objects.all().delete()
    Partner.objects.all().delete()
    assert institutions(client) == ["/en/institutions/leiden-university/"]
    Agreement.objects.update(is_sample=False)
    listed = institutions(client)
    assert len(listed) > 20
    assert all(client.get(address).status_code == 200 for address in listed[:25])
