"""Names the object and its colour in a picture of the trained model, without knowing the prompt."""

from itertools import pairwise
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

OBJECTS = ("apple", "car", "cat", "house", "tree", "fish", "umbrella", "dog")
COLORS = ("red", "blue", "green", "yellow", "purple", "orange", "pink", "white")
EDGE = 64
"""Pixels of the pictures' sides."""
WEIGHTS = Path(__file__).parents[1] / "tests" / "engines" / "diffusers" / "trained" / "judge.safetensors"


class Judge(nn.Module):
    """Takes pictures of shape (n, 3, 64, 64) with values from -1 to 1."""

    def __init__(self) -> None:
        super().__init__()
        widths = (3, 24, 48, 96, 96)
        layers = []
        for before, after in pairwise(widths):
            layers += [nn.Conv2d(before, after, 3, stride=2, padding=1), nn.GroupNorm(8, after), nn.SiLU()]
        self.features = nn.Sequential(*layers)
        self.object_head = nn.Linear(2 * widths[-1], len(OBJECTS))
        self.color_head = nn.Linear(2 * widths[-1], len(COLORS))

    def forward(self, pictures: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of the object and of the colour."""
        features = self.features(pictures).flatten(2)
        pooled = functional.dropout(torch.cat([features.mean(2), features.amax(2)], 1), 0.2, self.training)
        return self.object_head(pooled), self.color_head(pooled)

    @torch.no_grad()
    def name(self, pictures: Tensor) -> list[tuple[str, str]]:
        """The object and the colour in each picture."""
        objects, colors = self(pictures)
        found = zip(objects.argmax(1).tolist(), colors.argmax(1).tolist(), strict=True)
        return [(OBJECTS[thing], COLORS[color]) for thing, color in found]


def load_judge() -> Judge:
    judge = Judge()
    judge.load_state_dict({name: value.float() for name, value in load_file(WEIGHTS).items()})
    return judge.eval()
