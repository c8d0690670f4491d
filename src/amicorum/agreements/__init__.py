# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements with other institutions: what was agreed, with whom, for whom and until when."""
