# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The reference lists that come with this room, read once."""

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of the list `reference/<name>.csv`, each by column."""
    table = resources.files("amicorum.vocabulary") / "reference" / f"{name}.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    return tuple(MappingProxyType(row) for row in csv.DictReader(lines))


def texts(row: Mapping[str, str], stem: str) -> Mapping[str, str]:
    """The columns `<stem>_<language>` of a row that hold something, by language.

    A language is added by adding its column.
    """
    column = re.compile(rf"{stem}_([a-z]{{2,3}}(?:-[A-Z]{{2}})?)")
    matched = ((column.fullmatch(name), text) for name, text in row.items())
    return MappingProxyType({match[1]: text for match, text in matched if match and text})


def text_in(language: str, of: Mapping[str, str]) -> str:
    """The text in the language (`nl`, `nl-BE`), else in its main language, else in English."""
    main_language = language.split("-")[0]
    return of.get(language) or of.get(main_language) or of["en"]
