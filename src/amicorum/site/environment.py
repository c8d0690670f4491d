# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every setting that the environment can give, with its default and its meaning.

docs/settings.md documents the same table for operators; a test keeps the two equal.
"""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Setting:
    """One variable of the environment: what it is without being set, and what it means."""

    default: str
    meaning: str


SETTINGS: dict[str, Setting] = {
    "DATABASE_URL": Setting(
        "",
        "Address of the database, as postgresql://user:password@host/name; empty: SQLite below the state.",
    ),
    "AMICORUM_STATE": Setting(
        "var", "Folder for the SQLite database, collected assets and the search index."
    ),
    "AMICORUM_SECRET_KEY": Setting(
        "", "Secret for signing; empty: one is made and kept in the state folder."
    ),
    "AMICORUM_HOSTS": Setting(
        "localhost 127.0.0.1 [::1]", "Host names that are answered, divided by spaces."
    ),
    "AMICORUM_HTTPS": Setting(
        "0", "1 behind a proxy that speaks https: redirects to https and sends Strict-Transport-Security."
    ),
    "AMICORUM_DEBUG": Setting("0", "1 shows details of errors; never in public."),
    "AMICORUM_LANGUAGES": Setting(
        "en nl", "Languages of the interface and of content, divided by spaces; the first is the fallback."
    ),
    "AMICORUM_TIME_ZONE": Setting("Europe/Amsterdam", "Time zone in which days begin and deadlines end."),
    "AMICORUM_CONTACT": Setting(
        "",
        "Address for reports on security and accessibility, as https://... or mailto:...; shown in public.",
    ),
    "AMICORUM_WORKERS": Setting("1", "Processes that serve requests."),
    "PORT": Setting("8000", "Port on which `amicorum serve` and `make demo` listen."),
}


class UnknownSetting(LookupError):
    """A setting was asked for that the table does not name."""


def read(name: str) -> str:
    """The value of a setting, from the environment or its default."""
    if name not in SETTINGS:
        raise UnknownSetting(name)
    return os.environ.get(name, "") or SETTINGS[name].default


def is_on(name: str) -> bool:
    """Whether a setting of 0 or 1 is 1."""
    return read(name) == "1"
