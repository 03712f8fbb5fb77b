"""A picture of a mood, for prompts that name nothing to draw."""

from collections.abc import Callable

from limner_illustrator.backdrops.bright_moods import calm, dream, hope, joy, love
from limner_illustrator.backdrops.context import BackdropContext, Ground
from limner_illustrator.backdrops.dark_moods import anger, chaos, energy, mystery, sadness
from limner_illustrator.backdrops.nostalgia import nostalgia
from limner_illustrator.backdrops.registry import backdrop
from limner_illustrator.backdrops.veils import Ramp, veils
from limner_illustrator.canvas import linear, shader_paint
from limner_illustrator.canvas.light import rgb


def _ramp(codes: str) -> Ramp:
    return tuple(rgb(code) for code in codes.split())


_RAMPS: dict[str, Ramp] = {
    "joy": _ramp("#ff8f6b #ffc15e #ffe08a #fff4cf #8fd8d2"),
    "sadness": _ramp("#18233f #2c4468 #4d6f92 #8fa9bd #d3dde2"),
    "anger": _ramp("#2a0a14 #6e1023 #b8212b #ec5a2e #ffb14a"),
    "calm": _ramp("#0f5266 #2f8f98 #7cc6b8 #c6e6d2 #f5f4e2"),
    "mystery": _ramp("#0a0820 #241748 #4b2a78 #7d4fa6 #c49ad6"),
    "hope": _ramp("#2b3a6b #6a6aa6 #e39aa0 #ffd0a0 #fff3d0"),
    "love": _ramp("#5a1238 #a82458 #e85a82 #ff9fb0 #ffe2da"),
    "chaos": _ramp("#14122a #45206a #c22e6d #ff7a3d #4fd6d0"),
    "energy": _ramp("#1a1140 #5a1fa8 #e02a8f #ff8a2a #ffe45a"),
    "dream": _ramp("#3a2f78 #7b66c4 #c89be0 #f6c6e4 #fdf0f4"),
    "": _ramp("#2b1d4f #7a3b8f #e2688c #ffb27a #ffe6b8"),
}


@backdrop(
    "abstract",
    phrases="abstract, abstract art, abstract painting, abstract background, abstract shapes, fractal",
    location="among abstract shapes",
    all_in_focus=True,
    block=((196, 176, 226), (126, 104, 170)),
)
def abstract(context: BackdropContext) -> Ground:
    mood = context.scene.mood or ""
    if mood == "nostalgia":
        return nostalgia(context)
    ramp = _RAMPS.get(mood, _RAMPS[""])
    lean = context.width * context.rng.uniform(-0.3, 0.4)
    context.canvas.drawPaint(shader_paint(linear((0, 0), (lean, context.height), ramp)))
    _MOTIFS.get(mood, veils)(context, ramp)
    return Ground(y=context.height * 0.72, horizon=float(context.height), floating=True)


_MOTIFS: dict[str, Callable[[BackdropContext, Ramp], None]] = {
    "joy": joy,
    "sadness": sadness,
    "anger": anger,
    "calm": calm,
    "mystery": mystery,
    "hope": hope,
    "love": love,
    "chaos": chaos,
    "energy": energy,
    "dream": dream,
}
