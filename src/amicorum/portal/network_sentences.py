# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of networks say in sentences, composed from records."""

from collections.abc import Sequence
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amicorum.networks.models import Membership
from amicorum.networks.rules import Roster
from amicorum.portal import words
from amicorum.portal.network_pages import Account, Overview
from amicorum.portal.templatetags.album import marked
from amicorum.portal.visit import Visit


def overview(visit: Visit, held: Overview) -> SafeString:
    """To how many networks the home belongs and belonged."""
    name = marked(visit.home.institution.named(visit.language))
    current, former = len(held.memberships), len(held.former)
    if not current and not former:
        return format_html(_("{name} belongs to no network on this day."), name=name)
    if not former:
        return format_html(_("{name} belongs to {networks}."), name=name, networks=words.networks(current))
    return format_html(
        _("{name} belongs to {networks} and has left {former}."),
        name=name,
        networks=words.networks(current),
        former=words.networks(former),
    )


def own_part(visit: Visit, account: Account) -> list[SafeString]:
    """The home's part in the network, one sentence for each of its memberships."""
    university = account.own[0].institution if account.own else visit.home.institution
    name = marked(university.named(visit.language))
    if not account.own:
        return [format_html(_("{name} is not a member of this network."), name=name)]
    return [
        format_html(_own_sentence(one, visit.day), name=name, start=words.start(one), end=words.end(one))
        for one in account.own
    ]


def _own_sentence(one: Membership, day: date) -> str:
    if not one.is_over(day):
        return _own_current(one)
    if one.start_is_known and one.end_is_known:
        return _("{name} was a member from {start} until {end}.")
    return _("{name} was a member: {start}; {end}.")


def _own_current(one: Membership) -> str:
    is_full = one.kind == Membership.Kind.FULL
    if one.start_is_known:
        full, associate = (
            _("{name} has been a member since {start}."),
            _("{name} has been an associate member since {start}."),
        )
    else:
        full, associate = _("{name} is a member; {start}."), _("{name} is an associate member; {start}.")
    return full if is_full else associate


def members(account: Account) -> str:
    """How many members in how many countries are shown, or that no list is."""
    if not account.roster.is_shown:
        return _("No list of members")
    if not account.present:
        return _("No members on this day")
    return _("%(members)s in %(countries)s") % {
        "members": _members(len(account.present)),
        "countries": _countries(account.countries),
    }


def _members(count: int) -> str:
    return ngettext("%(count)s member", "%(count)s members", count) % {"count": count}


def _countries(count: int) -> str:
    return ngettext("%(count)s country", "%(count)s countries", count) % {"count": count}


def associates(count: int) -> str:
    """How many associate members there are, in figures."""
    return ngettext("%(count)s associate member", "%(count)s associate members", count) % {"count": count}


def former_members(count: int) -> str:
    """How many members left, in figures."""
    return ngettext("%(count)s former member", "%(count)s former members", count) % {"count": count}


def notes(account: Account) -> list[str]:
    """What the total of the members holds that is not certain, and what it leaves out."""
    return [*_held(account), *_start_unknown(account.roster), *_waiting(account.roster)]


def _held(account: Account) -> list[str]:
    """Without a list: what is held, and why it is not shown."""
    roster = account.roster
    if roster.is_shown or not roster.shown:
        return [] if roster.is_shown else [_("The register holds no member that may be shown.")]
    held = _members(roster.shown)
    if account.associates_held:
        held = _("%(members)s and %(associates)s") % {
            "members": held,
            "associates": associates(account.associates_held),
        }
    if not roster.stated:
        return [_("The register holds %(held)s, too few for a list or a map.") % {"held": held}]
    sentence = _("The register holds %(held)s; %(stated)s are stated. That is too few for a list or a map.")
    return [sentence % {"held": held, "stated": words.number(roster.stated)}]


def _start_unknown(roster: Roster) -> list[str]:
    if not roster.start_unknown or not roster.is_shown:
        return []
    sentence = ngettext(
        "Of %(count)s of them the start is not known.",
        "Of %(count)s of them the start is not known.",
        roster.start_unknown,
    )
    return [sentence % {"count": roster.start_unknown}]


def _waiting(roster: Roster) -> list[str]:
    if not roster.waiting:
        return []
    sentence = ngettext(
        "%(count)s waits for verification and is not shown.",
        "%(count)s wait for verification and are not shown.",
        roster.waiting,
    )
    return [sentence % {"count": roster.waiting}]


def not_yet(visit: Visit, account: Account) -> str:
    """For a day before the founding: that there was no such network yet."""
    founded = account.network.founded_on
    if founded is None or founded <= visit.day:
        return ""
    return _("On %(day)s this network did not exist yet; it was founded in %(founded)s.") % {
        "day": words.day(visit.day),
        "founded": words.written_date(account.network.founded),
    }


def is_former(account: Account, day: date) -> bool:
    """Whether the home had a part in the network and has none on the day."""
    return bool(account.own) and all(one.is_over(day) for one in account.own)


def part_of_the_head(account: Account, visit: Visit) -> Sequence[Membership]:
    """The membership that the head of the page names: the current one, else the last."""
    return [one for one in account.own if not one.is_over(visit.day)][:1] or account.own[-1:]
