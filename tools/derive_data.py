# SPDX-FileCopyrightText: 2026 The Amicorum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Derive the machine-made part of `data/` from the folder of collected data, and check the whole.

    python tools/derive_data.py --from DIR [--to data]

DIR holds the collected tables (institutions/, networks/, programmes/); `data/README.md` says which files
are made here and which are kept by hand. The result is the same on every run. Ends with status 1 when a
source, an institution or a golden number does not hold.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from tools.check_data import Row, report_on, table

COLLECTED_ON = "2026-11-22"
SEED_PAGE = "leiden-international-collaboration"
GENERAL_KNOWLEDGE = "general-knowledge"
LEIDEN = "027bh9e22"

# Part of "address|date" in the collected tables -> key in sources.csv; the first that fits counts.
SOURCE_KEYS = {
    "|not checked": GENERAL_KNOWLEDGE,
    "wiki/League_of_European_Research_Universities": "wikipedia-leru",
    "explained.today/LERU": "explained-today-leru",
    "wiki/Coimbra_Group": "wikipedia-coimbra-group",
    "wiki/Europaeum": "wikipedia-europaeum",
    "eua.eu/about/become-a-member": "eua-become-a-member",
    "lnu.se/en/medarbetare/organisation/euniwell": "linnaeus-euniwell",
    "networks-and-associations|undated snapshot (after 2022)": "leiden-networks-after-2022",
    "networks-and-associations|": "leiden-networks",
    "charm-eu.eu/organising-committee": "charm-eu-organising-committee",
    "civis.eu/en/about-civis": "civis-about",
    "unirank.org/nl/org/utrecht-network": "unirank-utrecht-network",
    "unica-network.eu/?p=2657": "unica-2025",
    "wiki/Universitas_21": "wikipedia-universitas-21",
    "ror.org/00shh1m81": "ror-eciu",
    "europaeum.org/category/teaching": "europaeum-teaching-2017",
    "issuu.com/henkrijger": "europaeum-essentials",
    "eua-welcomes-eight-new-members": "eua-news-2026-01",
    "collaboration/international-collaboration": SEED_PAGE,
    "uni-konstanz.de": "konstanz-euniwell",
    "leiden-university-ends-participation": "leiden-ends-euniwell",
    "magazine.unibo.it": "bologna-una-europa-2022",
    "aca-secretariat.be": "aca-utrecht-network-2012",
    "uni-lj.si": "ljubljana-utrecht-network-2012",
    "docslib.org/doc/4776593": "utrecht-network-newsletter-2014",
    "utrecht-network.org/activities/news": "utrecht-network-news-2018",
    "worddisk.com": "worddisk-unica",
    "bg.ac.rs": "belgrade-unica-2017",
    "ciencias.ulisboa.pt": "lisbon-unica",
    "wiki/European_University_Association": "wikipedia-eua-2024",
    "twenty-years-of-international-mathematics": "leiden-algant-2024",
    "math.unipd.it/algant": "padua-algant-doc",
    "sis.uni-graz.at": "graz-mind",
    "biotec.tu-dresden.de": "dresden-emm-nano",
    "students.uu.nl": "utrecht-gemma",
    "kuleuven.be/international": "leuven-erasmus-mundus-2010",
    "rug.nl/news": "groningen-erasmus-mundus-2011",
    "diff=269514525": "wikipedia-emse-2009",
    "scribd.com/document/441789966": "24-degrees-2017",
    "users2.unimi.it": "milan-algant",
    "uni-regensburg.de": "regensburg-algant",
    "math.sun.ac.za": "stellenbosch-algant",
    "scholarships4phd": "scholarships4phd-2011",
}

# Members and partners without a known ROR id, by the name they have in the collected tables.
ADDED = {
    "Istanbul Atlas University": "istanbul-atlas-university",
    "Asian Institute of Technology": "asian-institute-of-technology",
    "LUCA School of Arts": "luca-school-of-arts",
}

# Facts that a second page confirms. The Graz news item of 2013 names all seven partners of MIND.
EUNIWELL_FOUNDERS = {"03angcq70", "00rcxh774", "04jr1s763", "00j9qag85", "01g9ty582", "03gnr7b55", LEIDEN}
SEED_PAGE_CONFIRMS = {(network, LEIDEN) for network in ("leru", "coimbra-group", "europaeum", "eua")}
SEED_PAGE_CONFIRMS |= {("euniwell", ror) for ror in EUNIWELL_FOUNDERS}
MIND_NEWS = "graz-mind-2013"

# Evidence of members that the page named does not list itself (it confirms their number).
NOT_ON_THE_PAGE = {"curator list": "compiled-coimbra-members", "curator knowledge": GENERAL_KNOWLEDGE}
# Programmes whose page names at most the coordinator; what is only probable there is general knowledge.
PARTNERS_NOT_LISTED = {"euroculture", "lct", "emse", "emle", "mathmods", "docnomads", "bdma", "wop-p"}

CONSORTIA = {"algant-master": "algant", "algant-doc": "algant"}
PROGRAMMES_ENDED = {"ended", "ended or renamed"}
NETWORK_KINDS = {"European University alliance": "european-university-alliance"}
KNOWLEDGE_WORDS = {
    "curator knowledge, not seen in a source": "general knowledge, not seen in a source",
    "curator knowledge": "general knowledge",
    "curator list": "own compilation",
    "the seed page": "Leiden’s page of 2021",
    "seed page": "Leiden’s page of 2021",
}


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write rows with the header of the first one, LF at line ends."""
    listed = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, listed[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(listed)


def source_key(row: Row) -> str:
    """The key in sources.csv of the page that a collected row names."""
    wanted = f"{row['source_url']}|{row['source_date']}"
    return next(key for part, key in SOURCE_KEYS.items() if part in wanted)


def plain(text: str) -> str:
    """A note in the words that an office uses."""
    for found, better in KNOWLEDGE_WORDS.items():
        text = text.replace(found, better)
    return text


def partial_date(text: str) -> str:
    """Empty when the collected table says in words that there is no date."""
    return text if text[:1].isdigit() else ""


def institution(row: Row) -> Row:
    """The columns that say which institution a row is about."""
    name = row["institution_name"]
    return {
        "institution_ror": row["ror_id"],
        "institution_key": "" if row["ror_id"] else ADDED[name],
        "institution_name": name,
        "country": row["country_code"],
    }


def network(row: Row) -> Row:
    """A network in the columns of networks.csv."""
    source = source_key(row)
    return {
        "id": row["network_id"],
        "kind": NETWORK_KINDS.get(row["kind"], row["kind"]),
        "abbreviation": row["abbreviation"],
        "founded": row["founded_year"],
        "seat_city": row["seat_city"],
        "seat_country": row["seat_country"],
        "website": row["website"],
        "ror_id": row["ror_id"],
        "members_stated": row["member_count_stated"],
        "members_stated_on": partial_date(row["member_count_as_of"]),
        "members_stated_source": source if row["member_count_stated"] else "",
        "listing": listing(row["completeness"]),
        "source": source,
        "note": plain(row["note"]),
    }


def listing(completeness: str) -> str:
    """How much of the roster is held: complete, partial or none."""
    words = {"complete": "complete", "probably": "complete", "no": "none"}
    return words.get(completeness.split()[0], "partial")


def membership_sources(row: Row) -> tuple[str, str]:
    """The source of a membership and the further ones, `;` between them."""
    keys = [source_key(row)]
    for words, own in NOT_ON_THE_PAGE.items():
        if row["evidence"].startswith(words):
            keys = [own] if "not seen" in row["evidence"] else [own, *keys]
    if (row["network_id"], row["ror_id"]) in SEED_PAGE_CONFIRMS and SEED_PAGE not in keys:
        keys.insert(0 if keys[0] in NOT_ON_THE_PAGE.values() else 1, SEED_PAGE)
    return keys[0], ";".join(keys[1:])


def membership_end(row: Row) -> str:
    """The moment at which a membership ended, empty while it lasts."""
    if row["note"].startswith("left between 2013 and 2014"):
        return "between 2013 and 2014"
    if row["membership_type"] == "former":
        return row["left"] or f"by {COLLECTED_ON}"
    return row["left"]


def membership(row: Row) -> Row:
    """A membership in the columns of memberships.csv."""
    who = institution(row)
    source, further = membership_sources(row)
    left_for_una_europa = row["network_id"] == "euniwell" and row["ror_id"] == LEIDEN
    return {
        "key": f"{row['network_id']}/{who['institution_ror'] or who['institution_key']}",
        "network": row["network_id"],
        **who,
        "kind": "full" if row["membership_type"] == "former" else row["membership_type"],
        "start": row["joined"],
        "end": membership_end(row),
        "certainty": row["certainty"],
        "source": source,
        "also_sources": further,
        "evidence": plain(row["evidence"]),
        "note": plain(row["note"]),
        "successor_network": "una-europa" if left_for_una_europa else "",
    }


def country_count(row: Row) -> Row:
    """The number of EUA members in one country (or in the European Union together)."""
    return {
        "network": "eua",
        "country": row["country_code"],
        "location": row["location"].partition(" (")[0],
        "members": row["members"],
        "source": source_key(row),
        "note": row["location"].partition(" (")[2].rstrip(")"),
    }


def programme(row: Row) -> Row:
    """A joint programme in the columns of programmes.csv."""
    return {
        "id": row["programme_id"],
        "consortium": CONSORTIA.get(row["programme_id"], row["programme_id"]),
        "acronym": row["acronym"],
        "eqf_level": row["eqf_level"],
        "ects": row["ects"],
        "duration_months": row["duration_months"],
        "languages": row["language"].replace(";", " "),
        "isced_f": row["isced_f"],
        "website": row["website"],
        "start": row["first_edition"].partition("/")[0],
        "end": f"by {COLLECTED_ON}" if row["status"] in PROGRAMMES_ENDED else "",
        "action": "erasmus-mundus",
        "certainty": row["certainty"],
        "source": source_key(row),
        "note": plain(row["note"]),
    }


def partner_sources(row: Row) -> str:
    """Further sources of a partner's part in a programme."""
    further = [MIND_NEWS] if row["programme_id"] == "mind" else []
    return ";".join([*further, SEED_PAGE] if row["ror_id"] == LEIDEN else further)


def partner(row: Row) -> Row:
    """A partner's part in a programme in the columns of partners.csv."""
    who = institution(row)
    not_listed = row["programme_id"] in PARTNERS_NOT_LISTED and row["certainty"] == "probable"
    still_uncertain = row["note"] or (row["status"] if "uncertain" in row["status"] else "")
    return {
        "key": f"{row['programme_id']}/{who['institution_ror'] or who['institution_key']}",
        "programme": row["programme_id"],
        **who,
        "role": row["role"].replace(" ", "-").lower(),
        "start": row["since"],
        "end": row["until"] or (f"by {COLLECTED_ON}" if row["status"] == "ended" else ""),
        "certainty": row["certainty"],
        "source": GENERAL_KNOWLEDGE if not_listed else source_key(row),
        "also_sources": partner_sources(row),
        "note": still_uncertain,
    }


TABLES = (
    ("networks/networks.csv", "networks/networks.csv", network),
    ("networks/memberships.csv", "networks/memberships.csv", membership),
    ("networks/eua_country_counts.csv", "networks/country_counts.csv", country_count),
    ("programmes/joint_programmes.csv", "programmes/programmes.csv", programme),
    ("programmes/programme_partners.csv", "programmes/partners.csv", partner),
)
REGISTERS = ("eche.csv", "eche_previous.csv", "crosswalk.csv", "crosswalk_review_queue.csv")


def derive(collected: Path, data: Path) -> None:
    """Make every file of `data` that follows from the collected tables."""
    for found, made, shape in TABLES:
        write(data / made, (shape(row) for row in table(collected / found)))
    for name in REGISTERS:
        write(data / "institutions" / name, table(collected / "institutions" / name))
    shutil.copyfile(collected / "institutions/ror.ndjson.gz", data / "institutions/ror.ndjson.gz")


def main() -> int:
    """Derive, check, and tell; 0 when everything holds."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--from", dest="collected", type=Path, required=True, metavar="DIR")
    parser.add_argument("--to", dest="data", type=Path, default=Path(__file__).parents[1] / "data")
    chosen = parser.parse_args()
    derive(chosen.collected, chosen.data)
    return report_on(chosen.data)


if __name__ == "__main__":
    sys.exit(main())
