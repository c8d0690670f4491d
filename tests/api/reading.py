# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the API as a caller does."""

from http import HTTPStatus
from typing import Any

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

ROOT = "/api/v1/"
DAY = "2026-11-22"


def answer(path: str, host: str = "testserver", **query: Any) -> Any:
    """What the API answers with, taken from its JSON; fails where it refuses."""
    response = Client(headers={"host": host}).get(f"{ROOT}{path}", query)
    assert response.status_code == HTTPStatus.OK, response.content
    return response.json()


def refusal(path: str, **query: Any) -> dict[str, Any]:
    """The problem with which the API refuses."""
    response = Client().get(f"{ROOT}{path}", query)
    assert response.headers["Content-Type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert problem["status"] == response.status_code
    return problem


def queries(path: str, **query: Any) -> int:
    """How many queries an answer takes that is not held, in a worker that has answered before."""
    answer(path, as_of="2020-01-01", **query)
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        answer(path, as_of=DAY, **query)
    return len(captured)
