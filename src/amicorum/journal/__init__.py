# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happened: one append-only record, and the counters that keep public pages fresh."""
