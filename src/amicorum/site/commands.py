# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The commands of the house itself: serve, demo, home."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from amicorum.institutions.actions.homes import UnableToOpenHome, open_home
from amicorum.institutions.models import Institution
from amicorum.site import demo
from amicorum.site.bench.commands import add_bench
from amicorum.site.environment import read
from amicorum.vocabulary.codes import ror_id
from amicorum.vocabulary.errors import NotInVocabulary

LOOPBACK = "127.0.0.1"
THREADS = "4"
"""Requests that a worker answers at once; more only wait for each other and hold a connection each."""
MISTAKEN = 2
"""Exit status when what was asked cannot be done as asked."""


def add_commands(commands: Any) -> None:
    """Give the parser the words of the house."""
    _add_serve(commands)
    _add_demo(commands)
    _add_home(commands)
    add_bench(commands)


def _add_serve(commands: Any) -> None:
    parser = commands.add_parser("serve", help="serve the site")
    parser.add_argument("--host", default=LOOPBACK)
    parser.add_argument("--port", type=int, default=int(read("PORT")))
    parser.set_defaults(run=_serve)


def _add_demo(commands: Any) -> None:
    parser = commands.add_parser("demo", help="load the demonstration and serve it")
    parser.add_argument("--port", type=int, default=int(read("PORT")))
    parser.add_argument("--reset", action="store_true", help="start over with fresh data")
    parser.add_argument("--load-only", action="store_true", help="load without serving")
    parser.set_defaults(run=_demo)


def _add_home(commands: Any) -> None:
    homes = commands.add_parser("home", help="universities that live in this installation")
    kinds = homes.add_subparsers(dest="kind", required=True, metavar="kind")
    parser = kinds.add_parser("add", help="open a home for a university of the register")
    parser.add_argument("slug", help="short name, as leiden")
    parser.add_argument("ror", help="ROR id of the university")
    parser.add_argument("--host", default="", help="host name of its public site")
    parser.add_argument("--languages", default=read("AMICORUM_LANGUAGES"), help="codes divided by spaces")
    parser.add_argument("--theme", default="css/theme-leiden.css", help="stylesheet of its house style")
    parser.add_argument("--default", action="store_true", help="answers hosts that no home claims")
    parser.set_defaults(run=_add)


def _serve(given: argparse.Namespace) -> NoReturn:
    serve(given.host, given.port)


def serve(host: str, port: int) -> NoReturn:
    """Become the server, so that a signal to this process reaches it."""
    server = Path(sys.executable).with_name("granian")
    words = ["granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    words += ["--workers", read("AMICORUM_WORKERS"), "--blocking-threads", THREADS, "--no-ws"]
    words += ["amicorum.site.wsgi:application"]
    os.execv(server, words)  # noqa: S606  # the words are our own


def _demo(given: argparse.Namespace) -> int:
    try:
        if given.reset:
            demo.forget()
        call_command("migrate", verbosity=0)
        demo.load()
    except demo.UnableToLoad as mistake:
        print(mistake, file=sys.stderr)
        return MISTAKEN
    if given.load_only:
        return 0
    print("\nInternational collaboration of the demonstration university:")
    for code, name in settings.LANGUAGES:
        print(f"  http://{LOOPBACK}:{given.port}/{code}/  ({name})")
    print(f"  http://{LOOPBACK}:{given.port}/api/v1/openapi.json  (API)\nStop with Ctrl+C.\n", flush=True)
    serve(LOOPBACK, given.port)


def _add(given: argparse.Namespace) -> int:
    values = {
        "host": given.host,
        "languages": given.languages,
        "theme": given.theme,
        "is_default": given.default,
    }
    try:
        institution = Institution.objects.known_as("ror", ror_id(given.ror)).get()
        home, outcome = open_home(
            slug=given.slug, institution=institution, values=values, by="intake:home", at=timezone.now()
        )
    except (NotInVocabulary, UnableToOpenHome) as mistake:
        print(mistake, file=sys.stderr)
        return MISTAKEN
    except Institution.DoesNotExist:
        print(f"No institution of the register has the ROR id {given.ror}.", file=sys.stderr)
        return MISTAKEN
    print(f"{outcome}: {home.slug} is the home of {institution}")
    return 0
