# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Settings of a peer: the product with all its middleware, whose only view says hello."""

from amicorum.site.settings import *  # noqa: F403  # Django's own idiom for settings that differ in one point

ROOT_URLCONF = "amicorum.site.bench.hello_urls"
