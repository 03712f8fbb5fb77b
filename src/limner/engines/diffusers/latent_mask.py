"""A mask for models that know none: after each step, what may not change is put back, with the noise of that step."""

from typing import Any

import torch


class LatentMask:
    """`change`: (H, W), 1 where the picture may change."""

    def __init__(self, change: torch.Tensor) -> None:
        self._change = change
        self._picture: torch.Tensor | None = None
        self._noise: torch.Tensor | None = None
        self._told: list[int] = []

    def listen(self, noise_scheduler: Any) -> None:
        """Learn the picture's latents and its noise from the moment in which the pipeline mixes them."""
        if hasattr(noise_scheduler, "scale_noise"):
            scale_noise = noise_scheduler.scale_noise

            def scaled(sample: torch.Tensor, timestep: Any, noise: torch.Tensor) -> torch.Tensor:
                self._remember(sample, noise)
                mixed: torch.Tensor = scale_noise(sample, timestep, noise)
                return mixed

            noise_scheduler.scale_noise = scaled
        else:
            add_noise = noise_scheduler.add_noise

            def added(samples: torch.Tensor, noise: torch.Tensor, timesteps: Any) -> torch.Tensor:
                self._remember(samples, noise)
                mixed: torch.Tensor = add_noise(samples, noise, timesteps)
                return mixed

            noise_scheduler.add_noise = added
            self._add_noise = add_noise

    def keep(self, latents: torch.Tensor, noise_scheduler: Any, timestep: Any) -> torch.Tensor:
        """`latents` where the picture may change, the picture as noisy as they are elsewhere.

        `timestep`: of the step that gave them.
        """
        if self._picture is None or self._noise is None or self._picture.ndim != 4:
            return latents  # nothing is known of where what lies: the pixels outside are put back at the end
        index = getattr(noise_scheduler, "step_index", None)
        if index is None:
            index = self._index(noise_scheduler, int(timestep))
        if hasattr(noise_scheduler, "scale_noise"):
            sigma = noise_scheduler.sigmas[index].to(latents.device)
            noisy = (1 - sigma) * self._picture + sigma * self._noise
        elif index < len(noise_scheduler.timesteps):
            noisy = self._add_noise(self._picture, self._noise, noise_scheduler.timesteps[index : index + 1])
        else:
            noisy = self._picture
        weight = torch.nn.functional.adaptive_max_pool2d(
            self._change[None, None].to(noisy.device, noisy.dtype), noisy.shape[-2:]
        ).expand_as(noisy)
        if latents.ndim == 3:
            noisy, weight = _packed(noisy), _packed(weight)
        if noisy.shape != latents.shape:
            return latents
        return (weight * latents + (1 - weight) * noisy).to(latents.dtype)

    def _index(self, noise_scheduler: Any, timestep: int) -> int:
        """Of the step to come, for a scheduler that does not count: some take a timestep twice."""
        first = noise_scheduler.timesteps.tolist().index(timestep)
        self._told.append(timestep)
        return int(first) + self._told.count(timestep)

    def _remember(self, picture: torch.Tensor, noise: torch.Tensor) -> None:
        if self._picture is None:
            self._picture, self._noise = picture, noise


def _packed(latents: torch.Tensor) -> torch.Tensor:
    """Two by two cells to one token, as every model that packs does it."""
    rows, channels, height, width = latents.shape
    cells = latents.view(rows, channels, height // 2, 2, width // 2, 2).permute(0, 2, 4, 1, 3, 5)
    return cells.reshape(rows, height // 2 * (width // 2), channels * 4)
