"""Draw on one core and print timings as JSON. A separate process, so that its peak memory can be measured."""

import json
import os
import resource
import statistics
import time

import cv2

from limner import codec
from limner_illustrator.art_styles.registry import ART_STYLES
from limner_illustrator.language.parser import parse
from limner_illustrator.render.finish import Quality
from limner_illustrator.render.paint import paint

PLAIN_PROMPTS = (
    "A cute baby sea otter",
    "a red fox on a snowy hill at sunset",
    "three cats and a dog on a sofa",
    "a red apple to the left of a green banana",
    "a city skyline at night in the rain",
    'a birthday cake with the text "Happy Birthday Ana"',
    "a lighthouse on a rocky coast during a storm",
    "a bowl of ramen, top view",
    "an astronaut riding a horse",
    "portrait of an old wizard with a long beard",
    "the feeling of nostalgia",
    "a penguin on an iceberg at dawn",
    "an owl in a forest at night, moonlight",
    "two camels in the desert at sunset",
    "a sea turtle swimming underwater near a coral reef",
    "a blue car parked on a street in the rain",
    "five red balloons over a meadow",
    "a cozy cabin in snowy mountains at night, snowing",
    "a girl holding a red umbrella in the rain",
    "a robot in a kitchen",
)
STYLED_PROMPT = "a red fox on a hill at sunset, {} style"


def clock_ms() -> float:
    """CPU time, so that other load does not count; on an idle core it equals the wall time."""
    return time.process_time() * 1000


def draw_ms(prompt: str, *, width: int = 1024, height: int = 1024, quality: Quality = "medium") -> float:
    started = clock_ms()
    *_, pixels = paint(parse(prompt, seed=1), width, height, quality=quality)
    codec.encode(pixels, "png")
    return clock_ms() - started


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main() -> None:
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    cv2.setNumThreads(1)
    first_ms = draw_ms("a cat on a sofa")  # includes loading vocabulary, art and fonts
    plain = {prompt: draw_ms(prompt) for prompt in PLAIN_PROMPTS}
    again = {prompt: draw_ms(prompt) for prompt in PLAIN_PROMPTS}
    small_peak = peak_mb()
    figures = {
        "first": first_ms,
        "plain": statistics.median(plain.values()),
        "slowest": max(plain.values()),
        "again": statistics.median(again.values()),
        "low": statistics.median(draw_ms(prompt, quality="low") for prompt in PLAIN_PROMPTS[:5]),
        "high": statistics.median(draw_ms(prompt, quality="high") for prompt in PLAIN_PROMPTS[:5]),
        "peak": small_peak,
        "styles": {style: draw_ms(STYLED_PROMPT.format(style)) for style in ART_STYLES},
        "4k": draw_ms("a red fox on a snowy hill at sunset", width=3840, height=2160),
        "4k_peak": peak_mb(),
        "prompts": plain,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
