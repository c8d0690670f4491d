# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the field: what a code, a date, a field of study or a country is, and how it is written.

Every other room parses and prints its facts with this one. It is plain Python without Django, knows no
record and no language of the interface, and says no (`errors.NotInVocabulary`) rather than guess.
"""
