# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for what exists elsewhere: registers, lists and sheets become records."""
