# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts in every language of the house, as rows per language (cellar: Django, no domain)."""
