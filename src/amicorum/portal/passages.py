# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Statements that come from the same source read as one passage with one source line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from amicorum.portal import words
from amicorum.sources.models import Source, Statement


@dataclass(frozen=True)
class Passage:
    """Statements to be read one after the other, equally certain, and the source of all of them."""

    statements: Sequence[Statement]
    source: Source

    @property
    def is_to_be_verified(self) -> bool:
        return any(one.is_to_be_verified for one in self.statements)


def passages(statements: Iterable[Statement]) -> list[Passage]:
    """The statements in passages, by the keys of their sources; within one in the order given."""
    ordered = sorted(statements, key=_of_one_passage)
    grouped = (list(together) for _key, together in groupby(ordered, key=_of_one_passage))
    return [Passage(together, together[0].source) for together in grouped]


def _of_one_passage(statement: Statement) -> tuple[str, bool]:
    return statement.source.key, statement.is_to_be_verified


def each_once(sources: Iterable[Source]) -> list[Source]:
    """Each source once, by title; what nobody checked last."""
    held = {source.pk: source for source in sources}
    return sorted(held.values(), key=lambda one: (not one.was_read, words.sorting(one.title), one.key))
