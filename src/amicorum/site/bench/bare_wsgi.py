# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A peer: Django with a view that says hello, without middleware and without held pages before it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amicorum.site.bench.bare_settings")
application = get_wsgi_application()
