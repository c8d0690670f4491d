# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Joint programmes, the consortia that offer them and the actions that fund them."""
