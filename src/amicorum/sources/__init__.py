# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a fact comes from, how sure it is, and when it held (cellar: Django, no domain)."""
