# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nouns of the room: institutions and what belongs to them, and homes."""

from amicorum.institutions.models.home import Home, HomeStatement, HomeStatementText, version_for_host
from amicorum.institutions.models.institution import (
    DoubtfulPair,
    Identifier,
    Institution,
    InstitutionName,
    OUnit,
    OUnitText,
    RegisterRecord,
    Relation,
)
from amicorum.institutions.models.name_change import Mark, NameChange

__all__ = [
    "DoubtfulPair",
    "Home",
    "HomeStatement",
    "HomeStatementText",
    "Identifier",
    "Institution",
    "InstitutionName",
    "Mark",
    "NameChange",
    "OUnit",
    "OUnitText",
    "RegisterRecord",
    "Relation",
    "version_for_host",
]
