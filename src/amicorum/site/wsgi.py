# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the server runs."""

import gc
import logging
import os

from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError, connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amicorum.site.settings")
django_application = get_wsgi_application()

# What knows models can be imported only now.
from django.utils import timezone  # noqa: E402

from amicorum.agreements.destinations import Filters  # noqa: E402
from amicorum.agreements.destinations import search as destinations  # noqa: E402
from amicorum.institutions import search as names  # noqa: E402
from amicorum.institutions.models import Home  # noqa: E402
from amicorum.site.page_cache import held_pages_first  # noqa: E402

application = held_pages_first(django_application)


def warm_up() -> None:
    """Build the indexes before the first visitor asks; without a database the site still starts.

    They are large and stay: the garbage collector need not look through them again and again, which
    would make one page in eight wait.
    """
    try:
        names.warm()
        for home in Home.objects.filter(is_default=True):
            destinations(home, Filters(), timezone.localdate())
    except DatabaseError:
        logging.getLogger(__name__).warning("no database yet: the indexes are built when they are asked for")
    finally:
        connection.close()  # the main thread answers no request; its connection would stay open unused
    gc.collect()
    gc.freeze()


warm_up()
