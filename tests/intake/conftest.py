# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fixtures that the tests of the intake stand on."""

from tests.cast import cast
from tests.registers import real_register

__all__ = ["cast", "real_register"]
