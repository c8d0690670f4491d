# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words that templates use: addresses that keep the day, texts with their language, dates."""

import json
from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from amicorum.institutions.models import Institution
from amicorum.multilingual.models import BearsTexts, Said
from amicorum.portal import words
from amicorum.portal.visit import Visit
from amicorum.sources.models import DatedFact

register = template.Library()


@register.simple_tag(takes_context=True)
def to(context: dict[str, Any], name: str, *args: Any) -> str:
    """The address of a page of the portal, as of the day that is being visited."""
    visit: Visit = context["visit"]
    return visit.address(name, *args)


@register.simple_tag(takes_context=True)
def said(context: dict[str, Any], bearer: BearsTexts, field: str = "name") -> SafeString:
    """A text in the visitor's language, else in one that it has, marked with that language."""
    return marked(bearer.said(field, *context["visit"].languages))


@register.simple_tag(takes_context=True)
def named(context: dict[str, Any], institution: Institution) -> SafeString:
    """The name of an institution, marked with its language where that is not the page's."""
    return marked(institution.named(context["visit"].language))


@register.filter
def marked(text: Said) -> SafeString:
    """A text, in a span with its `lang` when it is not in the language of the page."""
    if text.language in ("", get_language()):
        return format_html("{}", text.text)
    return format_html('<span lang="{}">{}</span>', text.language, text.text)


@register.filter
def in_words(day: date) -> str:
    """A full date in words."""
    return words.day(day)


@register.filter
def written(text: str) -> str:
    """A partial date as stored, in words."""
    return words.written_date(text)


@register.filter
def since(fact: DatedFact) -> str:
    """Since when a fact holds, in words."""
    return words.start(fact)


@register.filter
def until(fact: DatedFact) -> str:
    """Until when a fact held, in words."""
    return words.end(fact)


@register.filter
def over(fact: DatedFact, visit: Visit) -> bool:
    """Whether the fact is over on the day of the visit."""
    return fact.is_over(visit.day)


@register.filter
def many(count: int) -> str:
    """A number with the separators of the language."""
    return words.number(count) if count > words.LARGEST_WORD else str(count)


@register.filter
def map_words(title: str) -> str:
    """What a map that can be moved says, as JSON under MapLibre's own keys; read by assets/js/map.js."""
    said = {
        "Map.Title": title,
        "NavigationControl.ZoomIn": _("Zoom in"),
        "NavigationControl.ZoomOut": _("Zoom out"),
        "Popup.Close": _("Close"),
        "CooperativeGesturesHandler.WindowsHelpText": _("Use Ctrl + scroll to zoom the map"),
        "CooperativeGesturesHandler.MacHelpText": _("Use ⌘ + scroll to zoom the map"),
        "CooperativeGesturesHandler.MobileHelpText": _("Use two fingers to move the map"),
    }
    return json.dumps(said, ensure_ascii=False)


@register.filter
def language_name(code: str) -> str:
    """What a language is called."""
    return words.language_name(code)


@register.filter
def country_name(code: str) -> str:
    """What a country is called."""
    return words.country_name(code)
