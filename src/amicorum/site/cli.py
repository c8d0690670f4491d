# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The console script `amicorum`."""

import argparse
import os
import sys

import django


def main(words: list[str] | None = None) -> int:
    """Run one command; the exit status is 0 when it did all that was asked."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amicorum.site.settings")
    django.setup()
    from amicorum.intake.commands import add_commands as add_intake
    from amicorum.site.commands import add_commands as add_site

    parser = argparse.ArgumentParser(
        prog="amicorum", description="The register of a university's international ties."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    add_site(commands)
    add_intake(commands)
    given = parser.parse_args(words)
    status: int = given.run(given)
    return status


if __name__ == "__main__":
    sys.exit(main())
