# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nouns of the room: the agreement, and its cooperation conditions."""

from amicorum.agreements.models.agreement import Agreement, AgreementText, Party, Suspension
from amicorum.agreements.models.condition import (
    Condition,
    ConditionField,
    ConditionLanguage,
    ConditionLevel,
    Round,
)

__all__ = [
    "Agreement",
    "AgreementText",
    "Condition",
    "ConditionField",
    "ConditionLanguage",
    "ConditionLevel",
    "Party",
    "Round",
    "Suspension",
]
