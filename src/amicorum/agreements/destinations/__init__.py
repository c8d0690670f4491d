# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The destination search: the agreements of a home as a student sees them on a day.

Every search is answered from a read model that each worker keeps per home (`keeping`): sets of
agreements and of their conditions, one bit each (`columns`), brought up to date by the journal
before every answer, so that no answer is older than the last commit.
"""

from amicorum.agreements.destinations.filters import Filters, UnableToFilter
from amicorum.agreements.destinations.found import FacetValue, Found, Help
from amicorum.agreements.destinations.keeping import forget
from amicorum.agreements.destinations.searching import in_full, rows, search

__all__ = ["FacetValue", "Filters", "Found", "Help", "UnableToFilter", "forget", "in_full", "rows", "search"]
