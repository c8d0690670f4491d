# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Statements of one source that are equally certain read as one passage."""

from amicorum.networks.models import NetworkStatement
from amicorum.portal.passages import each_once, passages
from amicorum.sources.models import Certainty, Source

NEWS, PAGE = Source(pk=1, key="news", title="News"), Source(pk=2, key="page", title="Page")
RUMOUR = Source(pk=3, key="heard", title="Heard", was_read=False)


def stated(key, source, certainty=Certainty.CONFIRMED):
    return NetworkStatement(key=key, source=source, certainty=certainty)


def test_what_is_to_be_verified_stands_apart():
    told = [
        stated("c", PAGE), stated("b", NEWS), stated("d", PAGE, Certainty.PROBABLE), stated("a", PAGE),
    ]  # fmt: skip
    found = passages(told)
    assert [[one.key for one in passage.statements] for passage in found] == [["b"], ["c", "a"], ["d"]]
    assert [passage.source for passage in found] == [NEWS, PAGE, PAGE]
    assert [passage.is_to_be_verified for passage in found] == [False, False, True]


def test_a_source_is_named_once_and_what_nobody_checked_last():
    assert each_once([RUMOUR, PAGE, NEWS, PAGE]) == [NEWS, PAGE, RUMOUR]
