"""A job ticket as JSON, in the names of CIP4's XJDF 2.2 where it has them.

Attributes and elements of XJDF are members, as its JSON form has them; an element that may
stand several times is a list. Lengths are points and masses of paper g/m² (XJDF 2.2, 4.10
LayoutIntent, 4.11 MediaIntent); free text is a Comment of its resource (8.11). What XJDF has no
name for stands in `Planche`: its lengths are millimetres and say so. A file's `SHA256` is ours
as well: XJDF's own `CheckSum` is an MD5 (8.19 FileSpec).
"""

import re
from pathlib import PurePosixPath
from typing import Any

from planche.manifest import json_bytes
from planche.press.ticket import Finding, Ticket, TicketFile, TicketPlate
from planche.units import Mm, mm_to_pt

FORMAT = 1
"""Version of the ticket's shape."""

MIME = {
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".json": "application/json",
    ".zip": "application/zip",
    ".icc": "application/vnd.iccprofile",
}
"""Registered media types (IANA) of the files of a run."""

GRAMMAGE = re.compile(r"(?<![\d.,])(\d{2,3})\s*g(?:sm|r|ram)?\b")
"""A paper's mass in g/m² as orders name it: `150 g silk`, `150 gsm`; no part of another number."""

SIDES = {"one": "OneSided", "two": "TwoSidedHeadToHead"}
"""LayoutIntent/@Sides (XJDF 2.2, Sides)."""

LEAVES = 2
"""Surfaces of a leaf: LayoutIntent/@Pages counts blank backs as well and is even."""


def ticket_json(ticket: Ticket) -> bytes:
    """The ticket as a file: the same bytes for the same facts."""
    found = {
        "format": FORMAT,
        "Version": "2.2",
        "JobID": ticket.name,
        "DescriptiveName": ticket.title,
        "Types": ["Product"],
        "ProductList": [_product(ticket, plate) for plate in ticket.plates],
        "ResourceSet": [
            _run_list(ticket),
            *_contacts(ticket),
            _delivery(ticket),
        ],
        "Planche": _own(ticket),
    }
    return json_bytes(found)


def _product(ticket: Ticket, plate: TicketPlate) -> dict[str, Any]:
    return {
        "ID": plate.id,
        "ExternalID": plate.id,
        "IsRoot": True,
        "ProductType": "Poster",
        "DescriptiveName": plate.heading,
        "Amount": plate.copies,
        "Intent": [
            {"Name": "LayoutIntent", "LayoutIntent": _layout(ticket, plate)},
            {"Name": "MediaIntent", "MediaIntent": _media(ticket)},
            {"Name": "ColorIntent", "ColorIntent": {"SurfaceColor": _colours(ticket)}},
        ],
    }


def _layout(ticket: Ticket, plate: TicketPlate) -> dict[str, Any]:
    a_leaf = LEAVES if ticket.stock.sides == "two" else 1
    return {
        "FinishedDimensions": [_points(plate.width), _points(plate.height), 0],
        "Bleed": _points(ticket.stock.bleed),
        "Pages": LEAVES * -(-plate.pages // a_leaf),
        "Sides": SIDES[ticket.stock.sides],
    }


def _media(ticket: Ticket) -> dict[str, Any]:
    paper = ticket.stock.paper
    found: dict[str, Any] = {"MediaType": "Paper"}
    if paper:
        found["MediaQuality"] = paper
        if grammage := GRAMMAGE.search(paper):
            found["Weight"] = int(grammage[1])
    return found


def _colours(ticket: Ticket) -> list[dict[str, Any]]:
    inks = ticket.inks
    surfaces = (("Front", inks.front), ("Back", inks.back))
    return [
        {"Surface": surface, "ColorsUsed": list(used), "PrintStandard": inks.condition}
        for surface, used in surfaces
        if used
    ]


def _run_list(ticket: Ticket) -> dict[str, Any]:
    resources = []
    for file in ticket.files:
        plates = ticket.plates_in(file)
        resources.append(
            {
                "Part": [{"Product": plate.id} for plate in plates],
                "RunList": {
                    "FileSpec": _file(file) | {"NPage": sum(plate.pages for plate in plates)}
                },
            }
        )
    return {"Name": "RunList", "Usage": "Input", "Resource": resources}


def _file(file: TicketFile) -> dict[str, Any]:
    mime = MIME.get(PurePosixPath(file.name).suffix.lower())
    found = {
        "URL": file.name,
        "MimeType": mime,
        "FileSize": file.size,
        "SHA256": file.sha256,
    }
    return {key: value for key, value in found.items() if value is not None}


def _contacts(ticket: Ticket) -> list[dict[str, Any]]:
    parties = ticket.parties
    company = {"OrganizationName": parties.publisher} if parties.publisher else None
    people: tuple[tuple[str, dict[str, Any], str | None], ...] = (
        ("Customer", {"Company": company} if company else {}, parties.contact),
        ("Delivery", {}, parties.deliver_to),
    )
    resources = [
        {"Part": [{"ContactType": kind}], "Contact": contact} | _comment(text)
        for kind, contact, text in people
        if contact or text
    ]
    return [{"Name": "Contact", "Usage": "Input", "Resource": resources}] if resources else []


def _comment(text: str | None) -> dict[str, Any]:
    return {"Comment": [{"Text": text}]} if text else {}


def _delivery(ticket: Ticket) -> dict[str, Any]:
    items = [{"ItemRef": plate.id, "Amount": plate.copies} for plate in ticket.plates]
    resource = {"DeliveryParams": {"DropItem": items}} | _comment(ticket.parties.deliver_by)
    return {"Name": "DeliveryParams", "Usage": "Input", "Resource": [resource]}


def _own(ticket: Ticket) -> dict[str, Any]:
    """What XJDF has no name for, and what is counted from the rest."""
    inks, stock, changes = ticket.inks, ticket.stock, ticket.changes
    return {
        "set": ticket.set_title,
        "edition": ticket.edition,
        "plates": [
            {"id": plate.id, "position": plate.position, "audience": _audience(plate)}
            for plate in ticket.plates
        ],
        "copies": ticket.copies,
        "sheets": ticket.sheets,
        "format": stock.format,
        "bleed_mm": stock.bleed,
        "marks": stock.marks,
        "binding": stock.binding,
        "inks": inks.short,
        "coverage": {"found_percent": round(inks.found, 1), "limit_percent": inks.limit},
        "output_condition": inks.condition,
        "profile": _file(inks.profile),
        "files": [{"role": role, **_file(file)} for role, file in ticket.others],
        "preflight": {
            "outcome": ticket.verdict.outcome,
            "files": ticket.verdict.files,
            "rules": ticket.verdict.rules,
            "errors": [_finding(each) for each in ticket.verdict.errors],
            "warnings": [_finding(each) for each in ticket.verdict.warnings],
        },
        "changes": None
        if changes is None
        else {
            "since": changes.since,
            "changed": list(changes.changed),
            "added": list(changes.added),
            "removed": list(changes.removed),
            "same": list(changes.same),
        },
    }


def _audience(plate: TicketPlate) -> str | None:
    return plate.audience.id if plate.audience else None


def _finding(finding: Finding) -> dict[str, Any]:
    found = {
        "rule": finding.rule,
        "text": finding.text,
        "plate": finding.plate,
        "page": finding.page,
    }
    return {key: value for key, value in found.items() if value is not None}


def _points(length: Mm) -> float:
    """A length as XJDF wants it, to a thousandth of a point."""
    return round(mm_to_pt(length), 3)
