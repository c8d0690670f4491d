# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs: entering a source."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from amicorum.journal.actions import Outcome, action, settle
from amicorum.sources.models import Source


@action("source.enter")
def enter_source(*, key: str, values: Mapping[str, Any], by: str, at: datetime) -> tuple[Source, Outcome]:
    """Enter a source once under its key, or correct what is held of it."""
    return settle(Source, identity={"key": key}, values=values, verb="source.enter", by=by, at=at)
