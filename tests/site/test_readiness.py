# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever watches over the process is told the truth, even when the database is away."""

import pytest
from django.db import OperationalError, connection
from django.test import Client

from amicorum.site import page_cache

pytestmark = pytest.mark.django_db


class NoAnswer:
    """A database that took the connection and answers nothing."""

    def __enter__(self):
        raise OperationalError("server closed the connection unexpectedly")

    def __exit__(self, *told):
        return None


@pytest.fixture
def away(monkeypatch):
    def fails(host):
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(page_cache, "version_for_host", fails)
    monkeypatch.setattr(connection, "cursor", NoAnswer)


@pytest.mark.usefixtures("away")
def test_a_process_without_a_database_lives_and_is_not_ready():
    client = Client(raise_request_exception=False)
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503


def test_a_process_with_a_database_is_ready(client):
    assert client.get("/readyz").content == b"ready\n"
