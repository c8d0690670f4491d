# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Higher education institutions, their units, names and identifiers, and the homes among them."""
