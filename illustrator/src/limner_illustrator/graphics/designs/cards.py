"""Cards: business cards, greeting cards, invitations, postcards, stamps, trading cards."""

import skia

from limner_illustrator.canvas import fill, linear, shader_paint, stroke
from limner_illustrator.canvas.palette import COLORS, RGB, mix
from limner_illustrator.graphics.designs.artwork import (
    Box,
    clip_rounded,
    cut_out,
    cut_out_compact,
    draw_clipped,
    draw_inside,
    lift,
    paint_picture,
    rounded,
)
from limner_illustrator.graphics.designs.card_stats import draw_stats
from limner_illustrator.graphics.designs.marks import draw_monogram
from limner_illustrator.graphics.designs.page import INK, WHITE, Page, design, ink_on, luma, polygon_path
from limner_illustrator.graphics.designs.typesetting import write_block, write_line, write_title

BUSINESS_RATIO = 1.75
CONFETTI: tuple[RGB, ...] = ((240, 92, 104), (250, 190, 70), (76, 170, 220), (110, 196, 130), (180, 120, 220))


def centered_box(page: Page, ratio: float, share: float = 0.86) -> Box:
    """The largest centred box of width / height `ratio` that takes at most `share` of either side."""
    wide = min(share * page.width, share * page.height * ratio)
    tall = wide / ratio
    x, y = page.width / 2, page.height / 2
    return x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2


@design("business-card")
def draw_business_card(page: Page) -> None:
    deep, accent, paper = page.scheme()
    page.fill_desk((212, 210, 206) if luma(paper) > 225 else (232, 230, 226))
    sides = 1 if page.scene.transparent else 2
    if sides == 1:
        _draw_front(page, centered_box(page, BUSINESS_RATIO, 0.96), deep, accent, paper)
        return
    if page.width > 1.8 * page.height:
        wide = min(0.44 * page.width, 0.7 * page.height * BUSINESS_RATIO)
        tall, y = wide / BUSINESS_RATIO, page.height / 2
        x = page.width / 2
        gap = 0.02 * page.width
        back = x - gap - wide, y - tall / 2, x - gap, y + tall / 2
        front = x + gap, y - tall / 2, x + gap + wide, y + tall / 2
    else:
        wide = min(0.8 * page.width, 0.43 * page.height * BUSINESS_RATIO)
        tall, x, y = wide / BUSINESS_RATIO, page.width / 2, page.height / 2
        gap = 0.02 * page.height
        back = x - wide / 2, y - gap - tall, x + wide / 2, y - gap
        front = x - wide / 2, y + gap, x + wide / 2, y + gap + tall
    _draw_back(page, back, deep, accent, paper)
    _draw_front(page, front, deep, accent, paper)


def _draw_back(page: Page, box: Box, deep: RGB, accent: RGB, paper: RGB) -> None:
    tall = box[3] - box[1]
    lift(page.canvas, box, 0.03 * tall, page.unit)
    rounded(page.canvas, box, 0.03 * tall, fill(deep))
    name = page.text_of("company") or page.title
    middle_x, reach = (box[0] + box[2]) / 2, 0.24 * tall
    top = box[1] + 0.16 * tall
    room = middle_x - reach, top, middle_x + reach, top + 2 * reach
    pale = mix(paper, WHITE, 0.3)
    if page.scene.entities:
        page.canvas.drawCircle(middle_x, top + reach, 1.16 * reach, fill(pale, 245))
        inner = middle_x - 0.78 * reach, top + 0.22 * reach, middle_x + 0.78 * reach, top + 1.78 * reach
        draw_inside(page.canvas, cut_out(page.scene, 2 * reach, page.quality), inner)
    else:
        draw_monogram(page, room, pale, accent, deep)
    low = box[0] + 0.1 * tall, box[1] + 0.74 * tall, box[2] - 0.1 * tall, box[1] + 0.9 * tall
    write_line(page.canvas, name, low, kind="serif", color=ink_on(deep, pale), align="center")


def _draw_front(page: Page, box: Box, deep: RGB, accent: RGB, paper: RGB) -> None:
    tall = box[3] - box[1]
    canvas = page.canvas
    lift(canvas, box, 0.03 * tall, page.unit)
    rounded(canvas, box, 0.03 * tall, fill(paper))
    canvas.save()
    clip_rounded(canvas, box, 0.03 * tall)
    canvas.drawRect(skia.Rect(box[0], box[1], box[0] + 0.05 * tall, box[3]), fill(accent))
    canvas.restore()
    ink = ink_on(paper, deep)
    left, right = box[0] + 0.2 * tall, box[2] - 0.12 * tall
    has_mark = bool(page.scene.entities)
    title_right = right - (0.42 * tall if has_mark else 0)
    name = left, box[1] + 0.13 * tall, title_right, box[1] + 0.36 * tall
    write_line(canvas, page.title, name, kind="serif", color=ink, size=0.19 * tall)
    role = page.text_of("profession")
    line = box[1] + 0.36 * tall
    if role:
        write_line(
            canvas, role, (left, line, title_right, line + 0.12 * tall), color=mix(ink, paper, 0.35), size=0.085 * tall
        )
        line += 0.12 * tall
    canvas.drawLine(left, line + 0.06 * tall, left + 0.36 * tall, line + 0.06 * tall, stroke(accent, 0.014 * tall))
    if has_mark:
        room = right - 0.34 * tall, box[1] + 0.12 * tall, right, box[1] + 0.46 * tall
        draw_inside(canvas, cut_out(page.scene, 0.34 * tall, page.quality), room)
    contacts = page.lines_of("contact")[:4] + page.texts[:2]
    step = min(0.115 * tall, (box[3] - 0.2 * tall - line) / max(1, len(contacts)))
    top = box[3] - 0.1 * tall - step * len(contacts)
    for number, text in enumerate(contacts):
        y = top + number * step
        canvas.drawCircle(left + 0.02 * tall, y + step / 2, 0.014 * tall, fill(accent))
        row = left + 0.07 * tall, y, right, y + step
        write_line(canvas, text, row, color=mix(ink, paper, 0.16), size=0.072 * tall)


@design("greeting-card")
def draw_greeting_card(page: Page) -> None:
    """The front of a folded card that stands on a table."""
    deep, accent, paper = page.scheme()
    page.fill_desk(mix(accent, WHITE, 0.72))
    ratio = 0.72 if page.height >= page.width else 1.38
    card = centered_box(page, ratio, 0.88)
    wide, tall = card[2] - card[0], card[3] - card[1]
    canvas = page.canvas
    fold = [(card[2], card[1] + 0.01 * tall), (card[2] + 0.05 * wide, card[1] + 0.035 * tall),
            (card[2] + 0.05 * wide, card[3] - 0.015 * tall), (card[2], card[3])]  # fmt: skip
    lift(canvas, card, 0.012 * tall, page.unit)
    canvas.drawPath(polygon_path(fold), fill(mix(paper, INK, 0.18)))
    rounded(
        canvas, card, 0.012 * tall, shader_paint(linear((card[0], 0), (card[2], 0), [mix(paper, INK, 0.03), paper]))
    )
    canvas.save()
    clip_rounded(canvas, card, 0.012 * tall)
    _confetti(page, card)
    canvas.restore()
    frame = card[0] + 0.04 * wide, card[1] + 0.04 * wide, card[2] - 0.04 * wide, card[3] - 0.04 * wide
    rounded(canvas, frame, 0.01 * tall, stroke(accent, max(1.0, 0.006 * tall)))
    lines = page.texts
    head = card[0] + 0.11 * wide, card[1] + 0.08 * tall, card[2] - 0.11 * wide, card[1] + 0.34 * tall
    write_title(canvas, page.title, head, kind="script", color=ink_on(paper, deep), tallest=0.13 * tall)
    foot = card[3] - (0.2 if lines else 0.09) * tall
    art = card[0] + 0.12 * wide, card[1] + 0.37 * tall, card[2] - 0.12 * wide, foot
    if page.scene.entities:
        draw_inside(canvas, cut_out_compact(page.scene, max(art[2] - art[0], art[3] - art[1]), page.quality), art)
    for number, text in enumerate(lines[:2]):
        row = 0.075 * tall
        box = (
            card[0] + 0.1 * wide,
            foot + 0.03 * tall + number * row,
            card[2] - 0.1 * wide,
            foot + 0.03 * tall + (number + 1) * row,
        )
        write_line(canvas, text, box, kind="hand", color=ink_on(paper, deep), align="center", size=0.062 * tall)


def _confetti(page: Page, box: Box) -> None:
    rng = page.random("confetti")
    colors: list[RGB] = [COLORS[one] for one in page.graphic.colors if one in COLORS] or list(CONFETTI)
    wide, tall = box[2] - box[0], box[3] - box[1]
    size = 0.012 * min(wide, tall)
    for _ in range(70):
        x, y = box[0] + rng.random() * wide, box[1] + rng.random() * tall
        inner_x, inner_y = abs(x - box[0] - wide / 2) / wide, abs(y - box[1] - tall / 2) / tall
        if inner_x < 0.4 and inner_y < 0.42:
            continue
        page.canvas.save()
        page.canvas.translate(x, y)
        page.canvas.rotate(rng.uniform(0, 180))
        paint = fill(mix(rng.choice(colors), WHITE, 0.2))
        if rng.random() < 0.5:
            page.canvas.drawRect(skia.Rect(-size, -0.4 * size, size, 0.4 * size), paint)
        else:
            page.canvas.drawCircle(0, 0, 0.6 * size, paint)
        page.canvas.restore()


@design("invitation")
def draw_invitation(page: Page) -> None:
    deep, accent, paper = page.scheme()
    page.fill_desk(mix(deep, WHITE, 0.7))
    card = centered_box(page, 0.72 if page.height >= 0.9 * page.width else 1.4, 0.9)
    wide, tall = card[2] - card[0], card[3] - card[1]
    canvas = page.canvas
    lift(canvas, card, 0.01 * tall, page.unit)
    rounded(canvas, card, 0.01 * tall, fill(paper))
    for inset, width in ((0.035, 0.008), (0.052, 0.003)):
        frame = card[0] + inset * tall, card[1] + inset * tall, card[2] - inset * tall, card[3] - inset * tall
        rounded(canvas, frame, 0.015 * tall, stroke(accent, max(1.0, width * tall)))
    ink = ink_on(paper, deep)
    y = card[1] + 0.1 * tall
    left, right = card[0] + 0.12 * wide, card[2] - 0.12 * wide
    if page.scene.entities:
        art = left, y, right, y + 0.3 * tall
        draw_inside(canvas, cut_out(page.scene, 0.34 * tall, page.quality), art)
        y += 0.33 * tall
    else:
        y += 0.08 * tall
    opening = page.text_of("opening")
    if opening:
        write_line(
            canvas,
            opening,
            (left, y, right, y + 0.07 * tall),
            kind="serif",
            color=mix(ink, paper, 0.3),
            align="center",
            size=0.04 * tall,
        )
        y += 0.075 * tall
    box = left, y, right, y + 0.2 * tall
    write_title(canvas, page.title, box, kind="script", color=ink, tallest=0.1 * tall)
    y += 0.215 * tall
    lines = [*page.texts, *page.lines_of("detail")]
    step = min(0.06 * tall, (card[3] - 0.09 * tall - y) / max(1, len(lines)))
    for text in lines[:6]:
        write_line(canvas, text, (left, y, right, y + step), kind="serif", color=ink, align="center", size=0.62 * step)
        y += step


@design("postcard")
def draw_postcard(page: Page) -> None:
    """The picture side, with its greeting."""
    deep = page.scheme()[0]
    page.fill_desk((206, 190, 168))
    card = centered_box(page, 1.48 if page.width >= 0.8 * page.height else 0.7, 0.94)
    tall = card[3] - card[1]
    lift(page.canvas, card, 0.01 * tall, page.unit)
    rounded(page.canvas, card, 0.012 * tall, fill((253, 251, 244)))
    rim = 0.035 * tall
    art = card[0] + rim, card[1] + rim, card[2] - rim, card[3] - rim
    draw_clipped(page.canvas, paint_picture(page.scene, art[2] - art[0], art[3] - art[1], page.quality), art, 0)
    text = page.title or next(iter(page.texts), "")
    if text:
        wide = art[2] - art[0]
        box = art[0] + 0.06 * wide, art[1] + 0.04 * tall, art[2] - 0.06 * wide, art[1] + 0.27 * tall
        write_title(page.canvas, text, box, kind="script", color=WHITE, outline=deep, tallest=0.17 * tall)
    for line in page.texts[:1] if page.title else page.texts[1:2]:
        y = art[3] - 0.14 * tall
        box = art[0] + 0.1 * tall, y, art[2] - 0.1 * tall, y + 0.1 * tall
        write_line(page.canvas, line, box, kind="hand", color=WHITE, outline=deep, align="center", size=0.07 * tall)


@design("stamp")
def draw_stamp(page: Page) -> None:
    deep = page.scheme()[0]
    page.fill_desk((196, 178, 150))
    stamp = centered_box(page, 0.8 if page.height >= page.width else 1.25, 0.82)
    wide, tall = stamp[2] - stamp[0], stamp[3] - stamp[1]
    canvas = page.canvas
    shape = skia.Path()
    shape.addRect(skia.Rect(*stamp))
    hole = 0.022 * max(wide, tall)
    for count, along_x in ((round(wide / (3.1 * hole)), True), (round(tall / (3.1 * hole)), False)):
        for k in range(count + 1):
            for edge in (0, 1):
                x = stamp[0] + wide * k / count if along_x else (stamp[0], stamp[2])[edge]
                y = (stamp[1], stamp[3])[edge] if along_x else stamp[1] + tall * k / count
                circle = skia.Path()
                circle.addCircle(x, y, hole)
                shape = skia.Op(shape, circle, skia.kDifference_PathOp)
    shadow = fill((30, 20, 30), 110)
    shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 10 * page.unit + 0.5))
    canvas.save()
    canvas.translate(0, 8 * page.unit)
    canvas.drawPath(shape, shadow)
    canvas.restore()
    canvas.drawPath(shape, fill((252, 250, 244)))
    rim = 0.075 * min(wide, tall)
    art = stamp[0] + rim, stamp[1] + rim, stamp[2] - rim, stamp[3] - rim
    foot = 0.13 * tall
    picture = art[0], art[1], art[2], art[3] - foot
    draw_clipped(
        canvas, paint_picture(page.scene, picture[2] - picture[0], picture[3] - picture[1], page.quality), picture, 0
    )
    band = art[0], picture[3], art[2], art[3]
    canvas.drawRect(skia.Rect(*band), fill(deep))
    value = page.text_of("value") or "25"
    pad = 0.03 * wide
    right = write_line(
        canvas,
        value,
        (band[0], band[1], band[2] - pad, band[3]),
        kind="serif",
        color=WHITE,
        align="right",
        size=0.09 * tall,
    )
    name = (page.title or next(iter(page.texts), "") or "Postage").upper()
    write_line(
        canvas, name, (band[0] + pad, band[1], right[0] - pad, band[3]), kind="sans", color=WHITE, size=0.055 * tall
    )


@design("trading-card")
def draw_trading_card(page: Page) -> None:
    deep, accent, paper = page.scheme()
    page.fill_desk(mix(deep, (40, 40, 60), 0.6))
    card = centered_box(page, 0.715, 0.94)
    wide, tall = card[2] - card[0], card[3] - card[1]
    canvas = page.canvas
    lift(canvas, card, 0.045 * wide, page.unit)
    rounded(
        canvas,
        card,
        0.045 * wide,
        shader_paint(
            linear((card[0], card[1]), (card[2], card[3]), [mix(accent, WHITE, 0.3), accent, mix(accent, INK, 0.25)])
        ),
    )
    rim = 0.045 * wide
    inner = card[0] + rim, card[1] + rim, card[2] - rim, card[3] - rim
    rounded(canvas, inner, 0.025 * wide, fill(mix(paper, accent, 0.14)))
    pad = 0.03 * wide
    head = inner[0] + pad, inner[1] + 0.012 * tall, inner[2] - pad, inner[1] + 0.085 * tall
    stats = [(item.label, item.detail or "") for item in page.graphic.items if item.role == "stat"]
    points = page.text_of("value") or ("" if stats else str(page.random("points").randrange(4, 20) * 10))
    score = (head[2], head[1], head[2], head[3])
    if points:
        score = write_line(
            canvas,
            f"{points} HP",
            head,
            kind="round",
            color=mix(deep, (200, 30, 40), 0.7),
            align="right",
            size=0.04 * tall,
        )
    name = page.title or " ".join(entity.noun.title() for entity in page.scene.entities[:1]) or "Hero"
    write_line(
        canvas,
        name,
        (head[0], head[1], score[0] - pad, head[3]),
        kind="round",
        color=ink_on(paper, deep),
        size=0.052 * tall,
    )
    art = inner[0] + pad, inner[1] + 0.09 * tall, inner[2] - pad, inner[1] + 0.53 * tall
    draw_clipped(canvas, paint_picture(page.scene, art[2] - art[0], art[3] - art[1], page.quality), art, 0.012 * wide)
    rounded(canvas, art, 0.012 * wide, stroke(mix(accent, INK, 0.4), 0.008 * wide))
    lines = page.texts or page.lines_of("detail")
    body = inner[0] + pad, art[3] + 0.03 * tall, inner[2] - pad, inner[3] - pad
    if stats:
        top = body[3] - 0.36 * (body[3] - body[1]) if lines else body[1]
        draw_stats(page, stats, (body[0], top, body[2], body[3]), deep)
        if not lines:
            return
        body = body[0], body[1], body[2], top - 0.015 * tall
    rounded(canvas, body, 0.012 * wide, fill(mix(paper, WHITE, 0.6)))
    step = (body[3] - body[1]) / max(2, len(lines))
    for number, text in enumerate(lines[:4]):
        top = body[1] + number * step
        if number:
            canvas.drawLine(
                body[0] + pad, top, body[2] - pad, top, stroke(mix(accent, INK, 0.3), max(1.0, 0.003 * wide))
            )
        title, _, effect = text.partition(": ")
        row = body[0] + pad, top + 0.12 * step, body[2] - pad, top + 0.46 * step if effect else top + 0.9 * step
        write_line(canvas, title, row, kind="round", color=INK, size=0.034 * tall)
        if effect:
            box = body[0] + pad, top + 0.48 * step, body[2] - pad, top + 0.94 * step
            write_block(canvas, effect, box, size=0.026 * tall, color=mix(INK, WHITE, 0.25))
