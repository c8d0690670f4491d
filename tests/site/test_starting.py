# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A process starts with one secret and leaves no connection behind."""

import importlib
import stat

import pytest
from django.db import DatabaseError, connection

from amicorum.institutions import search
from amicorum.site import settings


@pytest.fixture
def state(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "STATE", tmp_path)
    monkeypatch.delenv("AMICORUM_SECRET_KEY", raising=False)
    return tmp_path


def test_the_secret_is_made_once_and_only_we_can_read_it(state):
    secret = settings._secret_key()
    assert len(secret) > 50
    assert settings._secret_key() == secret
    assert [kept.name for kept in state.iterdir()] == ["secret_key"]
    assert stat.S_IMODE((state / "secret_key").stat().st_mode) == 0o600


def test_an_empty_secret_is_made_anew(state):
    (state / "secret_key").touch()
    assert len(settings._secret_key()) > 50


@pytest.mark.django_db
@pytest.mark.parametrize("error", [None, DatabaseError("no such table")])
def test_warming_up_leaves_no_connection_open(monkeypatch, error):
    closed = []

    def warm():
        if error:
            raise error

    monkeypatch.setattr(connection, "close", lambda: closed.append("closed"))
    monkeypatch.setattr(search, "warm", warm)
    wsgi = importlib.import_module("amicorum.site.wsgi")
    closed.clear()
    wsgi.warm_up()
    assert closed == ["closed"]


def test_a_pooler_is_told_of_in_the_address():
    pooled = settings._database("postgresql://user:password@host:6432/name?DISABLE_SERVER_SIDE_CURSORS=1")
    assert (pooled["DISABLE_SERVER_SIDE_CURSORS"], pooled["OPTIONS"]) == (True, {})
    assert not settings._database("postgresql://user:password@host/name")["DISABLE_SERVER_SIDE_CURSORS"]
