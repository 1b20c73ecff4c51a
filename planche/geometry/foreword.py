"""Forewords: the first paragraph as lead, the others as body, and who signs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import cast

from planche.diagnostics import FaultError
from planche.geometry.board import AnyBoard, PaperBoard, SlideBoard, Subject, excess_words, too_much
from planche.geometry.bodies import ForewordBody
from planche.geometry.head import field_page, panel_page, split_evenly
from planche.geometry.parts import Box, Page, TextBox
from planche.geometry.question_slides import points_column, word_too_wide
from planche.model import Foreword
from planche.units import Mm, Pt


@dataclass(frozen=True)
class Paragraph:
    """One paragraph or signature line, measured."""

    text: str
    role: str
    size: Pt
    height: Mm
    lines: int


def lay_out_foreword(board: PaperBoard, subject: Subject) -> tuple[Page, ...]:
    """The page of a foreword, or several sheets where the format allows them.

    Raises FaultError where it is too long.
    """
    page = board.tall_page()
    plate = cast(Foreword, subject.plate)
    steps = board.grid.steps
    shape = board.proportions.foreword
    for body, lead in product(steps["body"], steps["lead"]):
        if not body < lead <= body * shape.most_lead:
            continue
        for field in sorted((*board.grid.fields, *board.grid.high_fields), reverse=True):
            area = _column(board, page, field)
            paragraphs = _measured(board, plate, lead, body, area.width)
            if paragraphs is None:
                continue
            most = area.height * board.proportions.question.most_fill
            gap = _gap(board, paragraphs, body, most)
            if gap is not None:
                placed = _placed(board, subject, paragraphs, area, gap)
                fill = _reach(placed, area)
                return (field_page(board, subject, page, field, placed, fill),)
    sheets = _sheets(board, subject, plate, page)
    if sheets is None:
        raise _refused(board, subject, plate, page)
    return sheets


def _sheets(
    board: PaperBoard, subject: Subject, plate: Foreword, page: Box
) -> tuple[Page, ...] | None:
    """The foreword on the fewest sheets, more than one, at the largest size that goes in."""
    field = min(board.grid.fields)
    area = _column(board, page, field)
    most = area.height * board.proportions.question.most_fill
    for count, body in product(range(2, board.grid.sheets + 1), board.grid.steps["body"]):
        paragraphs = _measured(board, plate, body, body, area.width, "body")
        if paragraphs is None or len(paragraphs) < count:
            continue
        cuts = split_evenly([each.height for each in paragraphs], count)
        parts = [paragraphs[start:end] for start, end in cuts]
        gaps = [_gap(board, part, body, most) for part in parts]
        known = [gap for gap in gaps if gap is not None]
        if len(known) < len(gaps):
            continue
        bodies = [
            _placed(board, subject, part, area, gap) for part, gap in zip(parts, known, strict=True)
        ]
        return tuple(
            field_page(board, subject, page, field, each, _reach(each, area), (part, count))
            for part, each in enumerate(bodies, start=1)
        )
    return None


def _reach(body: ForewordBody, area: Box) -> float:
    """The share of an area that a foreword fills."""
    return ((body.signature or body.paragraphs)[-1].box.bottom - area.y) / area.height


def _column(board: PaperBoard, page: Box, field: Mm) -> Box:
    """Where paragraphs stand under a field."""
    shape = board.proportions.foreword
    area = board.text_area(page, field + board.grid.gap * shape.top)
    return Box(area.x, area.y, area.width * shape.width, area.height)


def _measured(
    board: AnyBoard, plate: Foreword, lead: Pt, body: Pt, width: Mm, first: str = "lead"
) -> list[Paragraph] | None:
    signature = max(size for size in board.grid.steps["signature"] if size <= max(body, 16))
    wanted = [
        (text, first if index == 0 else "body", lead if index == 0 else body)
        for index, text in enumerate(plate.paragraphs)
    ] + [(text, "signature", signature) for text in plate.signature]
    found = []
    for text, role, size in wanted:
        lines = board.setter.count(text, role, size, width)
        if lines is None:
            return None
        height = lines * board.setter.line_height(role, size)
        found.append(Paragraph(text, role, size, height, lines))
    return found


def _weights(paragraphs: Sequence[Paragraph]) -> list[float]:
    """Share of the gap before each paragraph but the first; signature lines stand close."""
    roles = [paragraph.role for paragraph in paragraphs]
    return [0.0 if before == after == "signature" else 1.0 for before, after in pairwise(roles)]


def _gap(board: AnyBoard, paragraphs: Sequence[Paragraph], body: Pt, height: Mm) -> Mm | None:
    line = board.setter.line_height("body", body)
    shape = board.proportions.foreword
    text = sum(paragraph.height for paragraph in paragraphs)
    spread = sum(_weights(paragraphs))
    if text + spread * shape.tightest * line > height:
        return None
    return min(shape.widest * line, (height - text) / spread) if spread else 0.0


def _placed(
    board: AnyBoard,
    subject: Subject,
    paragraphs: Sequence[Paragraph],
    area: Box,
    gap: Mm,
) -> ForewordBody:
    boxes: list[TextBox] = []
    y = area.y
    for index, paragraph in enumerate(paragraphs):
        y += gap * _weights(paragraphs)[index - 1] if index else 0.0
        box = Box(area.x, y, area.width, 0)
        boxes.append(
            board.setter.place(
                paragraph.text, paragraph.role, paragraph.size, box, subject.on_paper()
            )
        )
        y = boxes[-1].box.bottom
    return ForewordBody(
        tuple(box for box in boxes if box.role != "signature"),
        tuple(box for box in boxes if box.role == "signature"),
    )


def foreword_slides(board: SlideBoard, subject: Subject) -> tuple[Page, ...]:
    """The slides of a foreword: as few as hold its lines."""
    page = board.wide_page()
    area = points_column(board, page)
    plate = cast(Foreword, subject.plate)
    for size in board.grid.steps["body"]:
        paragraphs = _measured(board, plate, size, size, area.width)
        if paragraphs is None:
            continue
        weights = [float(paragraph.lines) for paragraph in paragraphs]
        wanted = -(-int(sum(weights)) // (board.grid.lines + 2))
        for count in range(max(1, wanted), len(paragraphs) + 1):
            cuts = [paragraphs[start:end] for start, end in split_evenly(weights, count)]
            gaps = [_gap(board, cut, size, area.height) for cut in cuts]
            if any(gap is None for gap in gaps):
                continue
            bodies = [
                _placed(board, subject, cut, area, gap or 0.0)
                for cut, gap in zip(cuts, gaps, strict=True)
            ]
            return tuple(
                panel_page(board, subject, page, body, (index + 1, len(bodies)))
                for index, body in enumerate(bodies)
            )
    raise _refused_slide(board, subject, plate, area)


def _refused_slide(board: SlideBoard, subject: Subject, plate: Foreword, area: Box) -> FaultError:
    size = board.grid.steps["body"][-1]
    paragraphs = _measured(board, plate, size, size, area.width)
    if paragraphs is None:
        return word_too_wide(subject, size)
    longest = max(paragraphs, key=lambda each: each.height)
    line = board.setter.line_height("body", size)
    words = len(longest.text.split()) / longest.lines
    excess = excess_words(max(longest.height - area.height, line), line, words)
    return too_much(subject, board, excess, size)


def _refused(board: PaperBoard, subject: Subject, plate: Foreword, page: Box) -> FaultError:
    body, lead = board.grid.steps["body"][-1], board.grid.steps["lead"][-1]
    area = _column(board, page, min(board.grid.fields))
    paragraphs = _measured(board, plate, lead, body, area.width)
    if paragraphs is None:
        return FaultError("word-too-wide", plate=subject.id, size=f"{body:g}", format=board.label)
    line = board.setter.line_height("body", body)
    words = sum(len(each.text.split()) for each in paragraphs)
    lines = sum(each.lines for each in paragraphs)
    gaps = sum(_weights(paragraphs)) * board.proportions.foreword.tightest * line
    room = board.grid.sheets * area.height * board.proportions.question.most_fill
    overflow = sum(each.height for each in paragraphs) + gaps - room
    return too_much(subject, board, excess_words(max(overflow, line), line, words / lines), body)
