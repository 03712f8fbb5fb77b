"""What a request costs, in integers: millionths of the ledger's currency (micro-units)."""

from collections.abc import Mapping
from dataclasses import dataclass

from limner.core.usage import TokenUsage
from limner.families.registry import PUBLISHED_MODELS
from limner.settings import Price

MICRO = 1_000_000
NANO_PER_MICRO = 1000
WILDCARD = "*"
_NEWER = Price(text_input=5, image_input=8, output=30)
PUBLISHED: Mapping[str, Price] = {
    "dall-e-2": Price(image=0.02),
    "dall-e-3": Price(image=0.04),
    "gpt-image-1": Price(text_input=5, image_input=10, output=40),
    "gpt-image-1-mini": Price(text_input=2, image_input=2.5, output=8),
    "gpt-image-1.5": Price(text_input=5, image_input=8, output=32),
    "chatgpt-image-latest": Price(text_input=5, image_input=8, output=32),
    **{name: _NEWER for name in PUBLISHED_MODELS if name.startswith("gpt-image-2")},
}
"""Dollars upstream, for a million tokens; for an image of 1024x1024 where tokens are not counted."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A price in integers: billionths of the currency."""

    text_token: int = 0
    image_token: int = 0
    output_token: int = 0
    image: int = 0

    def cost(self, usage: TokenUsage, num_images: int) -> int:
        """In millionths, rounded up."""
        nanos = (
            usage.text_tokens * self.text_token
            + usage.image_tokens * self.image_token
            + usage.output_tokens * self.output_token
            + num_images * self.image
        )
        return -(-nanos // NANO_PER_MICRO)


class Prices:
    def __init__(self, prices: Mapping[str, Price]) -> None:
        """`prices`: of the settings, which precede the published ones."""
        self._rates = {name: _rate(price) for name, price in {**PUBLISHED, **prices}.items()}

    def rate(self, model: str) -> Rate:
        """Free for a model without a price."""
        return self._rates.get(model) or self._rates.get(WILDCARD) or Rate()


def as_micros(amount: float) -> int:
    """An amount of the settings, such as a budget, in millionths."""
    return round(amount * MICRO)


def _rate(price: Price) -> Rate:
    # a price for a million tokens is as many millionths for one token, so a thousand times as many billionths
    return Rate(
        text_token=round(price.text_input * NANO_PER_MICRO),
        image_token=round(price.image_input * NANO_PER_MICRO),
        output_token=round(price.output * NANO_PER_MICRO),
        image=round(price.image * MICRO * NANO_PER_MICRO),
    )
