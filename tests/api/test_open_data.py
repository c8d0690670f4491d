# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers that any site may use, that browsers may keep, and that are new after every change."""

import pytest
from django.test import Client

from amicorum.networks.actions import enter_network
from tests.api.reading import ROOT, answer
from tests.cast import TOLD

pytestmark = pytest.mark.usefixtures("cast")
NETWORKS = f"{ROOT}networks"


def test_every_site_may_read_and_knows_the_licence():
    for path in (NETWORKS, f"{ROOT}openapi.json", f"{ROOT}nothing"):
        headers = Client().get(path).headers
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert headers["Link"] == '<https://creativecommons.org/publicdomain/zero/1.0/>; rel="license"'
        assert headers["X-Robots-Tag"] == "noindex"


def test_whoever_holds_the_answer_is_not_sent_it_again():
    etag = Client().get(NETWORKS).headers["ETag"]
    again = Client(headers={"if-none-match": etag}).get(NETWORKS)
    assert (again.status_code, again.content) == (304, b"")


def test_a_held_answer_asks_only_for_the_version(django_assert_num_queries):
    answer("networks")
    with django_assert_num_queries(1):
        answer("networks")


def test_a_change_shows_at_once(cast):
    etag = Client().get(NETWORKS).headers["ETag"]
    values = {"kind": "network", "source": cast.source}
    enter_network(slug="circle", values=values, texts={"name": {"en": "Circle"}}, **TOLD)
    changed = Client(headers={"if-none-match": etag}).get(NETWORKS)
    assert [one["id"] for one in changed.json()["results"]] == ["circle", "leru"]


def test_no_refusal_is_held():
    assert "ETag" not in Client().get(f"{NETWORKS}?as_of=never").headers


def test_the_head_of_an_answer_can_be_asked_for():
    head = Client().head(NETWORKS)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == Client().get(NETWORKS).headers["ETag"]


def test_the_languages_of_the_browser_change_nothing():
    dutch, english = (Client(headers={"accept-language": one}).get(NETWORKS) for one in ("nl", "en"))
    assert dutch.content == english.content
    assert dutch.headers["Content-Language"] == english.headers["Content-Language"]


def test_nothing_is_left_with_the_caller():
    assert not Client().get(NETWORKS).cookies
