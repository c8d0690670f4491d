# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Settings of a peer: a view of Django that says hello, without any middleware."""

from typing import Any

from amicorum.site.bench.hello_settings import *  # noqa: F403  # Django's own idiom

MIDDLEWARE: list[Any] = []  # type: ignore[no-redef]  # that is the point
