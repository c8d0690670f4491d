# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Statements that come from the same sources read as one passage with one source line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from amicorum.sources.models import Source, Statement


@dataclass(frozen=True)
class Passage:
    """Statements to be read one after the other, and the sources that all of them have."""

    statements: Sequence[Statement]
    sources: Sequence[Source]

    @property
    def is_to_be_verified(self) -> bool:
        return any(one.is_to_be_verified for one in self.statements)


def passages(statements: Iterable[Statement]) -> list[Passage]:
    """The statements in passages, in the order of their keys within a source."""
    ordered = sorted(statements, key=lambda one: one.source.key)
    return [
        Passage(list(together), [source]) for source, together in groupby(ordered, key=lambda one: one.source)
    ]
