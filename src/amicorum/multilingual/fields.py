# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A column that sorts the same way on every database."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from amicorum.vocabulary.folding import fold

SORT_KEY_LENGTH = 200


class SortKeyField(models.CharField):  # type: ignore[type-arg]  # generic only in the stubs
    """A folded text, compared byte by byte.

    SQLite and PostgreSQL order texts by different rules unless both are told to compare bytes;
    the folding (see `vocabulary.folding`) has already put é beside e.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", SORT_KEY_LENGTH)
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)

    def db_parameters(self, connection: BaseDatabaseWrapper) -> dict[str, Any]:
        parameters = super().db_parameters(connection)
        return {**parameters, "collation": "C" if connection.vendor == "postgresql" else "BINARY"}


def sort_key(text: str) -> str:
    """The key under which a text is ordered and compared, cut to what the column holds."""
    return fold(text)[:SORT_KEY_LENGTH]
