# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demonstration neither joins nor removes what a real university keeps."""

import argparse

import pytest
from django.db import connection

from amicorum.institutions.models import Home
from amicorum.site import commands, demo

pytestmark = pytest.mark.django_db


@pytest.fixture
def never(monkeypatch, tmp_path):
    """Nothing may be migrated, loaded, flushed or served."""

    def fails(*words, **options):
        raise AssertionError("this must not be reached")

    monkeypatch.setattr(demo, "LOADED", tmp_path / "loaded")
    monkeypatch.setattr(demo, "take_in", fails)
    monkeypatch.setattr(demo, "call_command", fails)
    monkeypatch.setattr(connection, "close", fails)
    monkeypatch.setattr(commands, "serve", fails)
    monkeypatch.setattr(commands, "call_command", lambda *words, **options: None)


@pytest.mark.usefixtures("cast", "never")
@pytest.mark.parametrize("reset", [True, False])
def test_it_refuses_a_database_with_a_real_home(reset, capsys):
    Home.objects.filter(slug="leiden").update(is_demonstration=True)
    given = argparse.Namespace(reset=reset, load_only=True, port=8000)
    assert commands._demo(given) == 2
    assert "holds second, which is no demonstration" in capsys.readouterr().err
    assert Home.objects.count() == 2


@pytest.mark.usefixtures("cast", "never")
def test_one_that_stands_is_left_as_it_is():
    Home.objects.update(is_demonstration=True)
    demo.LOADED.touch()
    demo.load()
    assert Home.objects.count() == 2
