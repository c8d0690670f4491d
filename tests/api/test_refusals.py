# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever cannot be answered is a problem after RFC 9457, never a failure."""

import pytest
from django.test import Client

from amicorum.institutions.models import Home
from tests.api.reading import ROOT, refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast")]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("networks", {"as_of": "2021-02-30"}),
        ("networks/leru", {"as_of": "2021-13-01"}),
        ("networks/leru/members", {"as_of": "yesterday"}),
        ("partners", {"as_of": "1234567890"}),
        ("programmes", {"lang": "english"}),
        ("institutions", {"q": "x" * 201}),
        ("institutions", {"q": "x" * 10_000}),
        ("partners", {"q": "x" * 10_000}),
        ("partners", {"country": "Nowhere"}),
        ("partners", {"network": "no-such-network"}),
        ("partners", {"unit": "no-such-unit"}),
        ("partners", {"level": "9"}),
        ("partners", {"field": ["1"] * 31}),
        ("networks", {"limit": "0"}),
        ("networks", {"limit": "101"}),
        ("networks", {"offset": "-1"}),
        ("networks", {"offset": "many"}),
        ("sources", {"unknown": "x" * 10_000}),
        ("sources", {"p": [""] * 1_500}),
    ],
)
def test_what_cannot_be_asked_is_refused(path, query):
    problem = refusal(path, **query)
    assert problem["status"] == 400
    assert problem["detail"]


@pytest.mark.parametrize(
    "path",
    ["networks/nowhere", "networks/nowhere/members", "programmes/none", "programmes/none/partners", "nothing",
     "networks/a%00b", "networks/leru/", "", "networks/%ff", "../../etc/passwd"],
)  # fmt: skip
def test_what_is_not_held_is_missing(path):
    assert refusal(path)["status"] == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_nothing_can_be_written(method):
    response = getattr(Client(), method)(f"{ROOT}networks")
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert response.json()["title"] == "Method Not Allowed"


def test_a_host_without_a_home_holds_nothing():
    Home.objects.update(is_default=False)
    assert refusal("networks")["status"] == 404


def test_a_refusal_is_in_english_for_every_browser():
    dutch = Client(headers={"accept-language": "nl"}).get(f"{ROOT}partners?country=Nowhere")
    assert dutch.json()["detail"] == refusal("partners", country="Nowhere")["detail"]
    assert dutch.headers["Content-Language"] == "en"
