"""Previews without a VAE: a linear projection from latents to colours, learned from finished images.

It costs one small matrix product. It is fitted to the pipeline's own latent layout, so packing and scaling need not be
known here.
"""

from pathlib import Path
from typing import IO

import numpy as np
import torch

from limner.core.picture import Size
from limner.engines.masks import Pixels

MIN_TOKENS_PER_FEATURE = 24
"""Samples per feature before the projection is used."""
MAX_TOKENS_PER_FEATURE = 400
"""Samples per feature after which learning stops: more do not improve it."""
RIDGE = 1e-3


class PreviewProjection:
    """`may_learn`: False disables it."""

    def __init__(self, *, may_learn: bool = True) -> None:
        self._may_learn = may_learn
        self._gram: torch.Tensor | None = None
        self._cross: torch.Tensor | None = None
        self._weights: torch.Tensor | None = None
        self._num_tokens = 0

    @property
    def is_ready(self) -> bool:
        return self._gram is not None and self._num_tokens >= MIN_TOKENS_PER_FEATURE * len(self._gram)

    def learn(self, latents: torch.Tensor, pixels: Pixels) -> None:
        """`pixels`: (H, W, 3), `latents` as decoded by the VAE."""
        if self._gram is not None and self._num_tokens >= MAX_TOKENS_PER_FEATURE * len(self._gram):
            return
        height, width = pixels.shape[:2]
        tokens, grid, cells = _tokens(latents, Size(width, height))
        if tokens is None or not self._may_learn:
            return
        image = torch.from_numpy(pixels).permute(2, 0, 1)[None].float() / 255
        colours = torch.nn.functional.adaptive_avg_pool2d(image, (grid[0] * cells, grid[1] * cells))
        targets = _to_tokens(colours, cells)
        features = _with_bias(tokens)
        gram, cross = features.T @ features, features.T @ targets.double()
        known = (self._gram, self._cross)
        if known[0] is None or known[1] is None or known[0].shape != gram.shape or known[1].shape != cross.shape:
            self._gram, self._cross, self._num_tokens = gram, cross, 0
        else:
            self._gram, self._cross = known[0] + gram, known[1] + cross
        self._num_tokens += len(features)
        self._weights = None

    def apply(self, latents: torch.Tensor, size: Size) -> Pixels | None:
        """A small preview of `latents`, which decode to `size`. None if not learned yet, or for another layout."""
        tokens, grid, cells = _tokens(latents, size)
        if tokens is None or not self.is_ready or self._gram is None or self._cross is None:
            return None
        features = _with_bias(tokens)
        if features.shape[1] != len(self._gram) or self._cross.shape[1] != 3 * cells * cells:
            return None
        if self._weights is None:
            ridge = RIDGE * self._gram.diagonal().mean() * torch.eye(len(self._gram))
            self._weights = torch.linalg.solve(self._gram + ridge.double(), self._cross)
        colours = _from_tokens(features @ self._weights, grid, cells).clamp(0, 1)
        return np.asarray((colours * 255).round().to(torch.uint8).numpy(), np.uint8)

    def save(self, file: IO[bytes]) -> None:
        assert self._gram is not None
        assert self._cross is not None
        gram, cross = self._gram.numpy(), self._cross.numpy()
        np.savez(file, gram=gram, cross=cross, num_tokens=np.array(self._num_tokens))

    def restore(self, path: Path) -> None:
        """Raises ValueError if the file holds no projection."""
        if not self._may_learn:
            return
        with path.open("rb") as file, np.load(file, allow_pickle=False) as saved:
            gram, cross, num_tokens = saved["gram"], saved["cross"], int(saved["num_tokens"])
        if gram.ndim != 2 or gram.shape[0] != gram.shape[1] or cross.ndim != 2 or len(cross) != len(gram):
            raise ValueError(f"{gram.shape} and {cross.shape} are no projection")
        self._gram, self._cross = torch.from_numpy(gram), torch.from_numpy(cross)
        self._num_tokens, self._weights = num_tokens, None


def _tokens(latents: torch.Tensor, size: Size) -> tuple[torch.Tensor | None, tuple[int, int], int]:
    """(tokens, features), the grid of tokens, and the colour cells along the edge of a token."""
    if latents.ndim == 5 and latents.shape[2] == 1:
        latents = latents[:, :, 0]
    if latents.ndim == 4:
        _, channels, height, width = latents.shape
        return latents[0].reshape(channels, -1).T, (height, width), _num_cells(size.height / height, 1)
    if latents.ndim == 3:
        height = round((latents.shape[1] * size.height / size.width) ** 0.5)
        if height and latents.shape[1] % height == 0:
            return latents[0], (height, latents.shape[1] // height), _num_cells(size.height / height, 2)
    return None, (0, 0), 0


def _num_cells(edge: float, least: int) -> int:
    """Colour cells along the edge of a token: one per 8 pixels, which is enough for a preview."""
    return max(least, round(edge / 8))


def _with_bias(tokens: torch.Tensor) -> torch.Tensor:
    tokens = tokens.cpu().double()  # at most a megabyte: a GPU would not be faster
    return torch.cat([tokens, torch.ones_like(tokens[:, :1])], dim=1)


def _to_tokens(colours: torch.Tensor, cells: int) -> torch.Tensor:
    _, channels, height, width = colours.shape
    parts = colours[0].reshape(channels, height // cells, cells, width // cells, cells)
    return parts.permute(1, 3, 0, 2, 4).reshape(-1, channels * cells * cells)


def _from_tokens(values: torch.Tensor, grid: tuple[int, int], cells: int) -> torch.Tensor:
    parts = values.reshape(*grid, 3, cells, cells).permute(0, 3, 1, 4, 2)
    return parts.reshape(grid[0] * cells, grid[1] * cells, 3)
