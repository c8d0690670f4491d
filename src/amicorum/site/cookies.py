# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register of cookies: whatever this software sets in a browser stands here, and nothing else is set.

The cookie page is made from this table, and tests hold every answer of the site and the code itself
against it: a cookie that is not entered here does not pass.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Audience(Enum):
    """Who gets a cookie."""

    VISITORS = _("visitors")
    SIGNED_IN = _("people who are signed in")


@dataclass(frozen=True)
class Cookie:
    """A cookie of our own: its name, what it is for, who gets it, and how long it stays.

    `purpose` is a translatable sentence; without a `lifetime` it goes when the browser closes.
    """

    name: str
    purpose: Promise
    audience: Audience
    lifetime: timedelta | None = None


COOKIES: tuple[Cookie, ...] = ()
"""None: whoever reads the public site gets no cookie, and nobody can sign in yet."""
