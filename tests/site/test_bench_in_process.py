# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small runs of the benchmark's jobs, and its peers that say hello; no figure is asserted."""

import pytest
from django.core.cache import cache
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import Client

from amicorum.agreements.models import Suspension
from amicorum.site.bench import bare_settings, hello_settings, inside, raw_wsgi

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("real_register"),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the benchmark measures on a SQLite of its own"),
]
PAGES = {"home": ["/en/"], "search": ["/en/partners/", "/en/partners/?level=7"]}


@pytest.fixture
def application():
    return get_wsgi_application()


@pytest.fixture(autouse=True)
def on_this_machine(settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "testserver"]


@pytest.mark.parametrize("cached", [False, True])
def test_every_page_is_measured_in_every_round(cached):
    taken = inside.measure(PAGES, rounds=2, cached=cached)
    assert {name: len(times) for name, times in taken.items()} == {"home": 2, "search": 4}
    assert all(clock > 0 for times in taken.values() for clock, _ in times)


def test_an_uncached_page_is_made_anew(application, django_assert_num_queries, monkeypatch):
    inside.ask(application, "/en/")
    with django_assert_num_queries(1):
        inside.ask(application, "/en/")
    kept = []
    monkeypatch.setattr(cache, "clear", lambda: kept.append(True))
    inside.measure({"home": ["/en/"]}, rounds=3, cached=False)
    assert len(kept) == 3


def test_a_page_that_fails_is_no_figure(application):
    with pytest.raises(inside.WrongAnswer, match="404"):
        inside.ask(application, "/en/no-such-page/")


def test_each_change_is_a_suspension_that_the_search_has_to_see():
    before = Suspension.objects.count()
    assert len(inside.change("/en/partners/", rounds=3)) == 3
    assert Suspension.objects.count() == before + 3


def test_the_peers_say_hello_and_nothing_else(settings):
    settings.ROOT_URLCONF = "amicorum.site.bench.hello_urls"
    assert Client().get("/hello").content == b"hello"
    assert Client().get("/en/").status_code == 404
    assert raw_wsgi.application({}, lambda status, headers: None) == [b"hello"]


def test_the_peers_differ_from_the_product_in_nothing_else(settings):
    assert settings.MIDDLEWARE == hello_settings.MIDDLEWARE
    assert bare_settings.MIDDLEWARE == []
    assert hello_settings.ROOT_URLCONF == bare_settings.ROOT_URLCONF == "amicorum.site.bench.hello_urls"
    assert "bench" not in settings.ROOT_URLCONF
