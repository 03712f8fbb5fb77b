"""Previews: from latents straight to colours, by a linear projection that is learned from finished pictures.

It costs one small matrix product, and no VAE. It is fitted to whatever form a pipeline keeps its latents in, so
nothing here knows how a model packs or scales them.
"""

from pathlib import Path
from typing import IO

import numpy as np
import numpy.typing as npt
import torch

from limner.core.picture import Size

Colours = npt.NDArray[np.uint8]

TOKENS_EACH = 24
"""So many examples for each number of a token, before the projection is trusted."""
ENOUGH = 400
"""With so many it is as good as it gets, and whoever draws is not kept from it any more."""
RIDGE = 1e-3


class Projection:
    """`may_learn`: else it stays as it is, and shows nothing."""

    def __init__(self, *, may_learn: bool = True) -> None:
        self._may_learn = may_learn
        self._gram: torch.Tensor | None = None
        self._cross: torch.Tensor | None = None
        self._weights: torch.Tensor | None = None
        self._num_tokens = 0

    @property
    def is_ready(self) -> bool:
        return self._gram is not None and self._num_tokens >= TOKENS_EACH * len(self._gram)

    def learn(self, latents: torch.Tensor, pixels: Colours) -> None:
        """`pixels`: (H, W, 3), what the VAE made of `latents`."""
        if self._gram is not None and self._num_tokens >= ENOUGH * len(self._gram):
            return
        height, width = pixels.shape[:2]
        tokens, grid, cells = _tokens(latents, Size(width, height))
        if tokens is None or not self._may_learn:
            return
        image = torch.from_numpy(pixels).permute(2, 0, 1)[None].float() / 255
        colours = torch.nn.functional.adaptive_avg_pool2d(image, (grid[0] * cells, grid[1] * cells))
        targets = _to_tokens(colours, cells)
        features = _with_one(tokens)
        gram, cross = features.T @ features, features.T @ targets.double()
        known = (self._gram, self._cross)
        if known[0] is None or known[1] is None or known[0].shape != gram.shape or known[1].shape != cross.shape:
            self._gram, self._cross, self._num_tokens = gram, cross, 0
        else:
            self._gram, self._cross = known[0] + gram, known[1] + cross
        self._num_tokens += len(features)
        self._weights = None

    def show(self, latents: torch.Tensor, size: Size) -> Colours | None:
        """A small picture of `latents`, which make one of `size`. None if that is beyond it."""
        tokens, grid, cells = _tokens(latents, size)
        if tokens is None or not self.is_ready or self._gram is None or self._cross is None:
            return None
        features = _with_one(tokens)
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
        """Raises ValueError over a file that holds no projection."""
        if not self._may_learn:
            return
        with path.open("rb") as file, np.load(file, allow_pickle=False) as saved:
            gram, cross, num_tokens = saved["gram"], saved["cross"], int(saved["num_tokens"])
        if gram.ndim != 2 or gram.shape[0] != gram.shape[1] or cross.ndim != 2 or len(cross) != len(gram):
            raise ValueError(f"{gram.shape} and {cross.shape} are no projection")
        self._gram, self._cross = torch.from_numpy(gram), torch.from_numpy(cross)
        self._num_tokens, self._weights = num_tokens, None


def _tokens(latents: torch.Tensor, size: Size) -> tuple[torch.Tensor | None, tuple[int, int], int]:
    """(tokens, features), how they lie, and how many cells of colour an edge of a token stands for."""
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
    """Cells along the edge of a token: one for each 8 of its pixels. A preview need not be finer."""
    return max(least, round(edge / 8))


def _with_one(tokens: torch.Tensor) -> torch.Tensor:
    tokens = tokens.cpu().double()  # a megabyte at most: less than what it costs to start work on a GPU
    return torch.cat([tokens, torch.ones_like(tokens[:, :1])], dim=1)


def _to_tokens(colours: torch.Tensor, cells: int) -> torch.Tensor:
    _, channels, height, width = colours.shape
    parts = colours[0].reshape(channels, height // cells, cells, width // cells, cells)
    return parts.permute(1, 3, 0, 2, 4).reshape(-1, channels * cells * cells)


def _from_tokens(values: torch.Tensor, grid: tuple[int, int], cells: int) -> torch.Tensor:
    parts = values.reshape(*grid, 3, cells, cells).permute(0, 3, 1, 4, 2)
    return parts.reshape(grid[0] * cells, grid[1] * cells, 3)


def steps_shown(num_steps: int, partial_images: int) -> list[int]:
    """After which steps a preview is shown: spread evenly, and never after the last."""
    wanted = {round(num_steps * (index + 1) / (partial_images + 1)) for index in range(partial_images)}
    return sorted(step for step in wanted if 0 < step < num_steps)
