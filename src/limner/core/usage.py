"""Token counts of a request, as the Images API reports them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TokenUsage:
    text_tokens: int = 0
    """Tokens of the prompt."""
    image_tokens: int = 0
    """Tokens of the input images."""
    output_tokens: int = 0
    """Tokens of the generated images, partial images included."""

    @property
    def input_tokens(self) -> int:
        return self.text_tokens + self.image_tokens

    @property
    def total_tokens(self) -> int:
        return self.input_tokens + self.output_tokens

    def __add__(self, other: TokenUsage) -> TokenUsage:
        return TokenUsage(
            self.text_tokens + other.text_tokens,
            self.image_tokens + other.image_tokens,
            self.output_tokens + other.output_tokens,
        )

    def times(self, count: int) -> TokenUsage:
        return TokenUsage(self.text_tokens * count, self.image_tokens * count, self.output_tokens * count)
