# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the server runs."""

import logging
import os

from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError, connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amicorum.site.settings")
application = get_wsgi_application()


def warm_up() -> None:
    """Build the index of names before the first visitor asks; without a database the site still starts."""
    from amicorum.institutions import search

    try:
        search.warm()
    except DatabaseError:
        logging.getLogger(__name__).warning(
            "no database yet: the index of names is built when it is asked for"
        )
    finally:
        connection.close()  # the main thread answers no request; its connection would stay open unused


warm_up()
