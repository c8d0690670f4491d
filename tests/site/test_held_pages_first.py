# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A held page is given before Django makes anything of the request, and never when it is stale."""

from datetime import date
from typing import Any
from unittest.mock import Mock
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError

from amicorum.networks.actions import end_membership
from amicorum.site import page_cache
from tests.cast import SECOND_HOST, TOLD

HOME = "/en/"


class Visitor:
    """Asks the server's application, and sees how often Django was needed."""

    def __init__(self):
        self.django = get_wsgi_application()
        self.needed = 0
        self.application = page_cache.held_pages_first(self._count)

    def _count(self, environ, start_response):
        self.needed += 1
        return self.django(environ, start_response)

    def ask(self, path=HOME, method="GET", **headers):
        """Status, headers and content of the answer."""
        environ = {"PATH_INFO": path, "REQUEST_METHOD": method, "HTTP_HOST": "testserver", **headers}
        setup_testing_defaults(environ)
        said: list[Any] = []
        answer = self.application(environ, lambda *words: said.extend(words))
        return said[0], dict(said[1]), b"".join(answer)


@pytest.fixture
def visitor(cast):
    return Visitor()


def test_the_second_reader_gets_the_very_page_without_django(visitor, django_assert_num_queries):
    fresh = visitor.ask()
    with django_assert_num_queries(1):
        assert visitor.ask() == fresh
    assert visitor.needed == 1
    assert fresh[1]["Content-Security-Policy"]


def test_a_change_needs_django_again(visitor, cast):
    _, before, _ = visitor.ask()
    end_membership(membership=cast.membership, on=date(2026, 1, 1), **TOLD)
    _, after, _ = visitor.ask()
    assert visitor.needed == 2
    assert after["ETag"] != before["ETag"]


def test_a_browser_that_holds_the_page_is_told_so(visitor):
    etag = visitor.ask()[1]["ETag"]
    assert visitor.ask(HTTP_IF_NONE_MATCH=etag) == ("304 Not Modified", {"ETag": etag}, b"")
    assert visitor.needed == 1
    assert visitor.ask(HTTP_IF_NONE_MATCH='W/"another"')[0] == "200 OK"


@pytest.mark.parametrize(
    "other",
    [
        {"HTTP_HOST": SECOND_HOST},
        {"path": "/nl/"},
        {"QUERY_STRING": "as_of=2021-12-31"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
        {"wsgi.url_scheme": "https"},
    ],
)
def test_another_request_is_another_page(visitor, settings, other):
    settings.ALLOWED_HOSTS = ["testserver", SECOND_HOST]
    visitor.ask()
    visitor.ask(**other)
    assert visitor.needed == 2


def test_a_page_is_made_with_one_question_for_the_version(visitor, monkeypatch):
    asked = Mock(return_value="1")
    monkeypatch.setattr(page_cache, "version_for_host", asked)
    visitor.ask()
    asked.assert_called_once_with("testserver")


@pytest.mark.parametrize(("method", "path"), [("POST", HOME), ("GET", "/healthz"), ("GET", "/en/no/")])
def test_what_is_no_page_is_never_held(visitor, method, path):
    visitor.ask(path, method)
    visitor.ask(path, method)
    assert visitor.needed == 2


def test_without_a_database_the_application_answers(visitor, monkeypatch):
    def broken(host):
        raise DatabaseError("gone")

    monkeypatch.setattr(page_cache, "version_for_host", broken)
    assert page_cache._held({"PATH_INFO": HOME, "REQUEST_METHOD": "GET"}) is None
