# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sample agreements: invented terms with real partners, for a demonstration that shows no secrets.

Agreements of a real university are not public. What is made here depends on a seed, a day and the
register alone, so it can be made again. Whatever is wrong with an agreement belongs to partners that
anybody can see are fictitious.
"""
