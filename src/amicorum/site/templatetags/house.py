# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What templates of every door may ask of the house: its cookies, and where to write to."""

from collections.abc import Sequence

from django import template
from django.conf import settings

from amicorum.site import cookies as register_of_cookies

register = template.Library()


@register.simple_tag
def cookies() -> Sequence[register_of_cookies.Cookie]:
    """Every cookie that this software sets."""
    return register_of_cookies.COOKIES


@register.simple_tag
def contact() -> str:
    """The address for reports, as https://... or mailto:...; empty when none is configured."""
    address: str = settings.AMICORUM_CONTACT
    return address


@register.filter
def readable(address: str) -> str:
    """A contact address without its scheme, as people read it."""
    return address.removeprefix("mailto:").removeprefix("https://")
