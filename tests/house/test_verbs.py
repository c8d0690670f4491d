# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""One word is the action, the row in the who-may table and the journal's verb."""

import importlib
import inspect
import pkgutil

import amicorum
from amicorum.accounts.who_may import WHO_MAY
from amicorum.journal.actions import VERBS


def import_all_actions():
    for module in pkgutil.walk_packages(amicorum.__path__, "amicorum."):
        if ".actions" in module.name:
            importlib.import_module(module.name)


def test_every_action_has_a_row_in_the_who_may_table_and_no_row_is_without_action():
    import_all_actions()
    assert set(VERBS) == set(WHO_MAY)


def test_every_action_takes_who_and_when():
    import_all_actions()
    for verb, action in VERBS.items():
        names = set(inspect.signature(action).parameters)
        assert {"by", "at"} <= names, verb
