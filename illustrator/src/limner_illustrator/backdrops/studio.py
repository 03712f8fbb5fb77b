"""A plain backdrop: paper that curves from the wall to the floor."""

from limner_illustrator.backdrops.buildings import rect
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.plain_colors import color_of_backdrop, gradient_of_backdrop, rgb_of_backdrop
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.tones import WHITE, scale_rgb
from limner_illustrator.canvas import fill, linear, radial, shader_paint
from limner_illustrator.canvas.palette import RGB, mix

_PAPERS: tuple[tuple[RGB, RGB], ...] = (
    ((252, 228, 206), (240, 184, 154)),
    ((216, 236, 244), (150, 194, 218)),
    ((234, 226, 246), (186, 168, 218)),
    ((230, 242, 222), (166, 204, 162)),
    ((252, 240, 200), (244, 204, 126)),
    ((250, 220, 226), (232, 158, 176)),
)


@backdrop(
    "studio",
    phrases=(
        "studio, plain background, white background, simple background, solid background, blank background, "
        "studio lighting, studio shot, product shot, product photo, gray background, grey background, black "
        "background, neutral background, gradient background, pastel background, colored background, colorful "
        "background, plain white background, studio background, clean background"
    ),
    location="before a plain background",
    scenery="a plain background",
    prompt_rank=5,
    is_vague=True,
    is_walkable=False,
    indoor=True,
    all_in_focus=True,
    block=((240, 232, 224), (190, 176, 170)),
)
def studio(context: BackdropContext) -> Ground:
    width, height, canvas, light = context.width, context.height, context.canvas, context.light
    if len(tones := gradient_of_backdrop(context.scene)) > 1:
        canvas.drawPaint(shader_paint(linear((0, 0), (0, height), list(tones))))
        return Ground(y=height * 0.84, horizon=height * 0.74)
    color = color_of_backdrop(context.scene)
    if color is not None:
        context.canvas.drawPaint(fill(rgb_of_backdrop(color)))
        return Ground(y=height * 0.84, horizon=height * 0.74)
    pale, deep = context.rng.choice(_PAPERS)
    if context.scene.time == "night":
        pale, deep = mix(scale_rgb(pale, 0.5), (60, 60, 120), 0.4), mix(scale_rgb(deep, 0.34), (24, 24, 70), 0.5)
    lamp = (width * (0.5 + 0.14 * light.side), height * 0.40)
    canvas.drawPaint(
        shader_paint(
            radial(lamp, max(width, height) * 0.8, [mix(pale, WHITE, 0.5 * (1 - light.dark)), pale, deep], [0, 0.45, 1])
        )
    )
    floor = height * 0.74
    sweep = linear((0, floor), (0, height), [(*deep, 0), (*mix(deep, pale, 0.5), 170), (*pale, 120)], [0, 0.3, 1])
    canvas.drawRect(rect(0, floor, width, height - floor), shader_paint(sweep))
    return Ground(y=height * 0.84, horizon=floor)
