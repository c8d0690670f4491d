# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of joint programmes say in sentences, composed from records."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amicorum.portal import words
from amicorum.portal.programme_pages import Account, Overview, Partners
from amicorum.portal.visit import Visit


def is_former(account: Account, visit: Visit) -> bool:
    """Whether the home had a part in the programme and has none on the day of the visit."""
    return bool(account.own_parts) and all(part.is_over(visit.day) for part in account.own_parts)


def overview(visit: Visit, held: Overview) -> SafeString:
    """In how many programmes of how many consortia the home takes part, counted from its records."""
    name = visit.home.institution.named(visit.language)
    if not held.current:
        return format_html(_("{name} takes part in no joint programme."), name=name)
    consortia = ngettext("%(count)s consortium", "%(count)s consortia", held.current_consortia)
    return format_html(
        _("{name} takes part in {programmes} of {consortia}."),
        name=name,
        programmes=words.joint_programmes(held.current),
        consortia=consortia % {"count": words.number(held.current_consortia)},
    )


def former_parts(overview: Overview) -> str:
    """In how many programmes the home had a part that is over; nothing for none."""
    if not overview.former:
        return ""
    sentence = ngettext(
        "Its part in %(count)s joint programme has ended.",
        "Its part in %(count)s joint programmes has ended.",
        overview.former,
    )
    return sentence % {"count": words.number(overview.former)}


def partners(held: Partners) -> str:
    """How many partners in how many countries there are on the day."""
    count = len(held.present)
    if not count:
        return _("No partners on this day")
    counted = ngettext("%(count)s partner", "%(count)s partners", count) % {"count": words.number(count)}
    sentence = _("%(partners)s in %(countries)s") % {
        "partners": counted,
        "countries": words.countries(held.countries),
    }
    return words.capital(sentence)


def notes(partners: Partners) -> list[str]:
    """What the total of the partners holds that is not certain, and what it leaves out."""
    told = []
    if partners.start_unknown:
        unknown = ngettext(
            "Of %(count)s of them it is not known since when.",
            "Of %(count)s of them it is not known since when.",
            partners.start_unknown,
        )
        told.append(unknown % {"count": words.number(partners.start_unknown)})
    if partners.waiting:
        waiting = ngettext(
            "One more waits for verification and is not shown.",
            "%(count)s more wait for verification and are not shown.",
            partners.waiting,
        )
        told.append(words.capital(waiting % {"count": words.number(partners.waiting)}))
    return told
