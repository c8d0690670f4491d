# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""`amicorum bench`: how fast the site is, beside its limits and its peers (docs/benchmarks.md)."""
