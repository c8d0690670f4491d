# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the environment can set stands in one table, and docs/settings.md shows that table."""

import re

from amicorum.site.environment import SETTINGS
from tests.house.repository import ROOT, lines_where

ROW = re.compile(r"^\| `(\w+)` \| (.*?) \| (.*?) \|$", re.M)
READS = re.compile(r"os\.environ(\[|\.get\b|\.pop\b)|getenv\(")


def documented():
    return ROW.findall((ROOT / "docs" / "settings.md").read_text(encoding="utf-8"))


def expected():
    """The rows that docs/settings.md should have; a default of nothing is written as 'empty'."""
    return [
        (name, f"`{setting.default}`" if setting.default else "empty", setting.meaning)
        for name, setting in SETTINGS.items()
    ]


def test_every_setting_is_documented_with_its_default_and_meaning():
    assert documented() == expected(), "docs/settings.md should read:\n" + "\n".join(
        f"| `{name}` | {default} | {meaning} |" for name, default, meaning in expected()
    )


def test_the_environment_is_read_in_one_place():
    def counted(file):
        return file.parts[0] == "src" and file.suffix == ".py" and file.name != "environment.py"

    assert lines_where(READS.search, among=counted) == []
