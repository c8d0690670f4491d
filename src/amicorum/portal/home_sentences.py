# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the first page says in sentences, composed from records."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amicorum.portal import words
from amicorum.portal.ties import IN_FORCE, Ties
from amicorum.portal.visit import Visit


def whole(visit: Visit, ties: Ties) -> SafeString:
    """What this university's ties are today, each figure a link to what it counts."""
    if ties.leads_with_statement:
        return _as_stated(visit, ties)
    partners = visit.address("partners", query=IN_FORCE.as_query())
    return format_html(
        _(
            "{name} belongs to {networks}, takes part in {programmes} and has agreements with {universities} "
            "in {countries}."
        ),
        name=visit.home.institution.named(visit.language),
        networks=_figure(visit.address("networks"), words.networks(len(ties.memberships))),
        programmes=_figure(visit.address("programmes"), words.joint_programmes(len(ties.parts))),
        universities=_figure(partners, words.universities(len(ties.in_force.institution_ids))),
        countries=_figure("#exchange", words.countries(ties.in_force.countries)),
    )


def _as_stated(visit: Visit, ties: Ties) -> SafeString:
    """The same of a day in the past, of which a source states how many agreements there were."""
    stated = _("more than %(count)s agreements") % {"count": ties.statements["agreements"].value}
    return format_html(
        _("{name} belongs to {networks}, takes part in {programmes} and states {agreements}."),
        name=visit.home.institution.named(visit.language),
        networks=_figure(visit.address("networks"), words.networks(len(ties.memberships))),
        programmes=_figure(visit.address("programmes"), words.joint_programmes(len(ties.parts))),
        agreements=_figure("#exchange", stated),
    )


def _figure(address: str, text: str) -> SafeString:
    return format_html('<a class="figure-link" href="{}">{}</a>', address, text)


def programmes(ties: Ties) -> str:
    """How many joint programmes of how many consortia there are."""
    count = len(ties.parts)
    if not count:
        return _("No joint programme is recorded for this day.")
    consortia = ngettext("%(count)s consortium", "%(count)s consortia", ties.consortia) % {
        "count": words.number(ties.consortia)
    }
    sentence = ngettext(
        "There is %(programmes)s, offered by %(consortia)s.",
        "There are %(programmes)s, offered by %(consortia)s.",
        count,
    )
    return sentence % {"programmes": words.joint_programmes(count), "consortia": consortia}


def exchange(visit: Visit, ties: Ties) -> SafeString:
    """How many agreements are in force."""
    count = ties.in_force.total
    figure = _figure(visit.address("partners", query=IN_FORCE.as_query()), words.number(count))
    sentence = ngettext("{count} agreement is in force.", "{count} agreements are in force.", count)
    return format_html(sentence, count=figure)


def former(ties: Ties) -> str:
    """How many ties there were and are no longer, in figures."""
    memberships = len(ties.former_memberships)
    programmes = len(ties.former_parts)
    return _("%(memberships)s, %(programmes)s") % {
        "memberships": ngettext("%(count)s former membership", "%(count)s former memberships", memberships)
        % {"count": memberships},
        "programmes": ngettext("%(count)s former programme", "%(count)s former programmes", programmes)
        % {"count": programmes},
    }
