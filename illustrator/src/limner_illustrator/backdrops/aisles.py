"""Long interiors with things on both sides: supermarket, warehouse, server room, corridor, locker room, arcade."""

from limner_illustrator.backdrops.buildings import glow
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.passage import Passage, paint_passage
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.tones import BLACK, WHITE, scale_rgb
from limner_illustrator.canvas import fill, polygon
from limner_illustrator.canvas.palette import RGB, mix

_GOODS: tuple[RGB, ...] = (
    (226, 70, 62), (248, 190, 60), (70, 150, 210), (110, 180, 90), (240, 240, 236), (236, 130, 60), (160, 96, 180),
)  # fmt: skip


def _strip_lights(passage: Passage, xs: tuple[float, ...], rgb: RGB = (255, 252, 240), number: int = 5) -> None:
    for near, far in passage.steps(number):
        for x in xs:
            passage.flat(x - 0.07, x + 0.07, near + 0.15 / number, far - 0.3 / number, 0.995, rgb)
            at = passage.at(x, (near + far) / 2, 0.99)
            reach = 0.2 * passage.context.width / (1 + 2.4 * (near + far) / 2)
            glow(passage.context.canvas, *at, reach, rgb, 60)


def _rows_of_goods(passage: Passage, side: float, near: float, far: float, low: float, high: float) -> None:
    """Packages side by side, of one colour for a few at a time."""
    rng = passage.context.rng
    number = max(3, round(5 + 3 * (1 - near)))
    rgb = rng.choice(_GOODS)
    for k in range(number):
        if rng.random() < 0.4:
            rgb = rng.choice(_GOODS)
        start, stop = near + (far - near) * k / number, near + (far - near) * (k + 0.86) / number
        tall = low + (high - low) * 0.92 * rng.uniform(0.72, 1.0)
        passage.wall(side, start, stop, low, tall, rgb)
        passage.wall(side, start, stop, low + (tall - low) * 0.3, low + (tall - low) * 0.55, mix(rgb, WHITE, 0.6), 200)


@backdrop(
    "supermarket",
    phrases=(
        "supermarket, supermarkets, grocery store, grocery, grocery aisle, supermarket aisle, convenience store, "
        "department store, toy store, in a shop, in a store, inside a shop, inside a store, shopping aisle, "
        "pet shop, pet store, inside a pharmacy, in a pharmacy, shoe store, clothing store, gift shop, hardware store"
    ),
    location="in a supermarket",
    indoor=True,
    block=((226, 228, 230), (150, 156, 164)),
)
def supermarket(context: BackdropContext) -> Ground:
    """An aisle between shelves of packages."""
    floor: RGB = context.rng.choice(((232, 232, 228), (222, 214, 200), (216, 226, 230)))
    passage = paint_passage(context, (214, 220, 224), floor, (244, 246, 246), end=0.26, back=(196, 206, 212))
    _strip_lights(passage, (-0.4, 0.4))
    sign: RGB = context.rng.choice(((226, 70, 62), (52, 140, 96), (52, 110, 190)))
    passage.front(-0.5, 0.5, 0.72, 0.86, 0.99, sign)
    passage.front(-0.42, 0.42, 0.77, 0.81, 0.985, (250, 250, 246))
    for near, far in passage.steps(4):
        for side in (-0.74, 0.74):
            passage.wall(side, near, far, 0.0, 0.74, (176, 182, 190))
            for level in range(4):
                low = 0.04 + 0.175 * level
                passage.wall(side, near + 0.005, far - 0.01, low, low + 0.15, (92, 98, 108))
                _rows_of_goods(passage, side, near + 0.01, far - 0.015, low, low + 0.15)
                passage.wall(side, near, far, low - 0.025, low, (238, 240, 242))
            passage.wall(side, far - 0.008, far, 0.0, 0.76, (140, 148, 158))
    for near, far in passage.steps(6):
        passage.flat(-0.012, 0.012, near, far - 0.01, 0.001, (200, 200, 196), 120)
    return passage.ground()


@backdrop(
    "warehouse",
    phrases=(
        "warehouse, warehouses, storage room, storehouse, storeroom, depot, stockroom, storage facility, loading dock"
    ),
    location="in a warehouse",
    indoor=True,
    block=((186, 182, 176), (124, 120, 118)),
)
def warehouse(context: BackdropContext) -> Ground:
    """High racks with boxes on pallets."""
    rng = context.rng
    passage = paint_passage(context, (168, 176, 184), (186, 182, 176), (126, 134, 144), end=0.3, back=(204, 212, 216))
    for near, _ in passage.steps(6):
        passage.flat(-1, 1, near, near + 0.02, 0.99, (92, 100, 112))
    _strip_lights(passage, (0.0,), number=4)
    passage.front(-0.42, 0.42, 0.0, 0.5, 0.99, (222, 228, 232))
    for k in range(6):
        passage.front(-0.42, 0.42, 0.08 * k, 0.08 * k + 0.012, 0.985, (160, 170, 178))
    card: tuple[RGB, ...] = ((206, 160, 106), (190, 142, 92), (218, 176, 124), (176, 128, 84))
    steel: RGB = rng.choice(((222, 110, 46), (58, 104, 170)))
    for near, far in passage.steps(4):
        for side in (-0.72, 0.72):
            for level in range(3):
                low = 0.02 + 0.27 * level
                boxes = rng.randrange(2, 4)
                for k in range(boxes):
                    if rng.random() < 0.9:
                        start = near + (far - near) * (k + 0.06) / boxes
                        stop = near + (far - near) * (k + 0.94) / boxes
                        tall = low + rng.uniform(0.13, 0.21)
                        passage.wall(side, start, stop, low, tall, rng.choice(card))
                        passage.wall(
                            side, (start + stop) / 2 - 0.004, (start + stop) / 2 + 0.004, low, tall, (236, 214, 168)
                        )
                passage.wall(side, near, far, low - 0.03, low, steel)
            passage.wall(side, near, near + 0.012, 0.0, 0.86, scale_rgb(steel, 0.8))
    for side in (-0.5, 0.5):
        passage.flat(side - 0.015, side + 0.015, 0, 1, 0.001, (246, 204, 60))
    return passage.ground()


@backdrop(
    "serverroom",
    phrases=(
        "server room, server rooms, data center, data centre, datacenter, data centers, server farm, computer room, "
        "mainframe room, server racks"
    ),
    location="in a server room",
    indoor=True,
    block=((70, 84, 108), (36, 44, 62)),
)
def server_room(context: BackdropContext) -> Ground:
    """Racks with rows of lights, bluish."""
    rng, canvas = context.rng, context.canvas
    lamp: RGB = rng.choice(((90, 170, 255), (80, 230, 220), (150, 130, 255)))
    passage = paint_passage(context, (52, 60, 80), (62, 72, 92), (34, 40, 56), end=0.26, back=(30, 38, 56))
    _strip_lights(passage, (0.0,), mix(lamp, WHITE, 0.6))
    passage.flat(-0.4, 0.4, 0, 1, 0.001, mix(lamp, (40, 48, 66), 0.75))
    for near, far in passage.steps(6):
        passage.flat(-0.6, 0.6, near, near + 0.006, 0.002, (26, 32, 46), 160)
        for side in (-0.66, 0.66):
            passage.wall(side, near, far - 0.01, 0.0, 0.84, (24, 28, 40))
            passage.wall(side, near + 0.01, far - 0.02, 0.03, 0.81, (44, 52, 70))
            for row in range(11):
                low = 0.06 + 0.068 * row
                passage.wall(side, near + 0.016, far - 0.028, low, low + 0.045, (22, 26, 38))
                for k in range(5):
                    if rng.random() < 0.7:
                        start = near + (far - near) * (0.16 + 0.13 * k)
                        rgb = rng.choice((lamp, lamp, (120, 255, 150), (255, 190, 80)))
                        corners = [
                            passage.at(side, start + along, low + up)
                            for along, up in ((0, 0.015), (0, 0.03), (0.006, 0.03), (0.006, 0.015))
                        ]
                        canvas.drawPath(polygon(corners), fill(rgb))
            glow(canvas, *passage.at(side, (near + far) / 2, 0.4), 0.1 * context.width * (1 - near), lamp, 46)
    glow(canvas, *passage.at(0, 1, 0.5), 0.3 * context.width, lamp, 110)
    return passage.ground()


@backdrop(
    "corridor",
    phrases=(
        "corridor, corridors, hallway, hallways, school corridor, school hallway, hotel corridor, hotel hallway, "
        "hospital corridor, passageway, long hall"
    ),
    location="in a corridor",
    indoor=True,
    block=((206, 196, 180), (142, 132, 120)),
)
def corridor(context: BackdropContext) -> Ground:
    rng = context.rng
    wall: RGB = rng.choice(((232, 222, 200), (206, 220, 222), (226, 206, 196)))
    runner: RGB = rng.choice(((160, 52, 60), (58, 92, 130), (92, 112, 84)))
    passage = paint_passage(context, wall, (176, 138, 98), mix(wall, WHITE, 0.5), end=0.2, back=scale_rgb(wall, 0.9))
    _strip_lights(passage, (0.0,), (255, 244, 214))
    passage.flat(-0.46, 0.46, -0.1, 1, 0.001, runner)
    for x in (-0.42, 0.42):
        passage.flat(x - 0.012, x + 0.012, -0.1, 1, 0.002, mix(runner, (250, 214, 130), 0.7))
    passage.front(-0.5, 0.5, 0.3, 0.86, 0.99, mix(context.light.sky[-2], WHITE, 0.2))
    for x in (-0.5, 0.0, 0.5):
        passage.front(x - 0.03, x + 0.03, 0.3, 0.86, 0.985, (250, 248, 240))
    door: RGB = rng.choice(((142, 92, 58), (96, 128, 140), (232, 226, 214)))
    for near, far in passage.steps(4):
        for side in (-1, 1):
            passage.wall(side, near, far, 0.0, 0.05, mix(wall, WHITE, 0.6))
            passage.wall(side, near, far, 0.34, 0.355, scale_rgb(wall, 0.8))
            start, stop = near + 0.32 * (far - near), near + 0.7 * (far - near)
            passage.wall(side, start - 0.008, stop + 0.008, 0.0, 0.7, mix(door, WHITE, 0.5))
            passage.wall(side, start, stop, 0.0, 0.68, door)
            for low, high in ((0.06, 0.3), (0.36, 0.62)):
                passage.wall(side, start + 0.012, stop - 0.012, low, high, scale_rgb(door, 0.86))
            knob = passage.at(side, start + 0.014, 0.34)
            context.canvas.drawCircle(
                *knob, 7 * context.unit * (1 - 0.7 * near), fill(passage.room.tone((240, 200, 90)))
            )
    return passage.ground()


@backdrop(
    "lockerroom",
    phrases="locker room, locker rooms, changing room, changing rooms, lockers",
    location="in a locker room",
    indoor=True,
    block=((196, 208, 214), (128, 142, 152)),
)
def locker_room(context: BackdropContext) -> Ground:
    rng = context.rng
    rgb: RGB = rng.choice(((70, 124, 176), (196, 74, 66), (84, 148, 112), (224, 170, 60)))
    passage = paint_passage(context, (226, 230, 230), (196, 204, 206), (240, 242, 240), end=0.34, back=(214, 220, 222))
    _strip_lights(passage, (0.0,), number=3)
    for near, far in passage.steps(3):
        for side in (-0.86, 0.86):
            for k in range(3):
                start, stop = near + (far - near) * k / 3, near + (far - near) * (k + 0.95) / 3
                passage.wall(side, start, stop, 0.02, 0.78, rgb)
                for slot in range(3):
                    passage.wall(
                        side, start + 0.02, stop - 0.02, 0.66 + 0.03 * slot, 0.672 + 0.03 * slot, scale_rgb(rgb, 0.6)
                    )
                passage.wall(side, stop - 0.024, stop - 0.014, 0.36, 0.44, (230, 234, 238))
    count = 7
    for k in range(count):
        left = -0.82 + 1.64 * k / count
        passage.front(left, left + 1.56 / count, 0.02, 0.78, 0.98, scale_rgb(rgb, 0.92))
        passage.front(left + 0.04, left + 1.4 / count, 0.68, 0.7, 0.975, scale_rgb(rgb, 0.6))
    for x in (-0.5, 0.5):
        passage.flat(x - 0.1, x + 0.1, 0.28, 0.95, 0.16, (196, 148, 96))
        passage.front(x - 0.1, x + 0.1, 0.13, 0.16, 0.28, (160, 116, 74))
    return passage.ground()


@backdrop(
    "arcade",
    phrases="arcade, video arcade, game arcade, amusement arcade, arcade hall, casino, slot machines",
    location="in an arcade",
    indoor=True,
    block=((92, 60, 130), (44, 30, 70)),
)
def arcade(context: BackdropContext) -> Ground:
    """Rows of machines whose screens shine in the dark."""
    rng, canvas = context.rng, context.canvas
    passage = paint_passage(context, (58, 40, 88), (70, 44, 96), (30, 22, 52), end=0.32, back=(46, 32, 76))
    neon: tuple[RGB, ...] = ((255, 70, 170), (70, 220, 255), (255, 206, 80), (140, 255, 130))
    for k in range(26):
        x, depth = rng.uniform(-0.9, 0.9), rng.random() ** 1.5
        at = passage.at(x, depth, 0.001)
        canvas.drawCircle(*at, 6 * context.unit * (1 - 0.7 * depth), fill(neon[k % 4], 120))
    for k, rgb in enumerate(neon[:3]):
        y = 0.9 - 0.07 * k
        passage.front(-0.8, 0.8, y, y + 0.014, 0.985, rgb)
        glow(canvas, *passage.at(0, 0.985, y), 0.3 * context.width, rgb, 40)
    for near, far in passage.steps(4):
        for side in (-0.78, 0.78):
            rgb = rng.choice(neon)
            body: RGB = rng.choice(((40, 40, 66), (92, 36, 70), (34, 66, 92)))
            passage.wall(side, near + 0.02, far - 0.03, 0.0, 0.66, body)
            passage.wall(side, near + 0.03, far - 0.04, 0.56, 0.65, rgb)
            passage.wall(side, near + 0.035, far - 0.045, 0.34, 0.53, mix(rgb, (20, 20, 50), 0.55))
            for _ in range(5):
                depth, tall = rng.uniform(near + 0.05, far - 0.06), rng.uniform(0.37, 0.5)
                canvas.drawCircle(
                    *passage.at(side, depth, tall), 5 * context.unit * (1.1 - near), fill(rng.choice(neon))
                )
            passage.wall(side, near + 0.02, far - 0.03, 0.27, 0.31, scale_rgb(body, 1.6))
            glow(canvas, *passage.at(side, (near + far) / 2, 0.45), 0.16 * context.width * (1.05 - near), rgb, 120)
    canvas.drawPaint(fill(BLACK, 16))
    return passage.ground()
