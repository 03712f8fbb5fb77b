"""Looks over a noise scheduler's shoulder: how far a picture is, and what it would become."""

import functools
from collections.abc import Callable
from typing import Any

import torch

from limner.engines.diffusers.latent_mask import LatentMask


class Step(tuple[torch.Tensor]):
    """What a pipeline finds when it has asked for a step: it takes `[0]`, or `.prev_sample`."""

    __slots__ = ()

    @property
    def prev_sample(self) -> torch.Tensor:
        return self[0]


class StepWatch:
    """Takes the place of `step` in one picture's own noise scheduler.

    `is_final`: whether what the last step gives is what will be decoded.
    """

    def __init__(self, noise_scheduler: Any, *, mask: LatentMask | None = None, is_final: bool = True) -> None:
        self.num_done = 0
        self.latents: torch.Tensor | None = None
        """After the last step, in whatever form the pipeline keeps them. None if it changes them further."""
        self.wants_estimate = False
        self.estimate: torch.Tensor | None = None
        """The picture that the network has in mind, in the same form."""
        self._scheduler = noise_scheduler
        self._step = noise_scheduler.step
        self._mask = mask
        self._is_final = is_final
        _replace_step(noise_scheduler, self._watched)
        if mask is not None:
            mask.listen(noise_scheduler)

    @property
    def num_timesteps(self) -> int:
        """How many steps there will be: some pipelines do not say."""
        timesteps = getattr(self._scheduler, "timesteps", None)
        return 0 if timesteps is None else len(timesteps) - (getattr(self._scheduler, "begin_index", None) or 0)

    def _watched(self, model_output: Any, timestep: Any, sample: torch.Tensor, *args: Any, **kwargs: Any) -> Step:
        kwargs["return_dict"] = True
        result = self._step(model_output, timestep, sample, *args, **kwargs)
        latents: torch.Tensor = result.prev_sample
        if self.wants_estimate:
            self.estimate = self._estimate(result, model_output, timestep, sample)
            self.wants_estimate = False
        if self._mask is not None:
            latents = self._mask.keep(latents, self._scheduler, timestep)
        self.latents = latents if self._is_final else None
        self.num_done += 1
        return Step((latents,))

    def _estimate(self, result: Any, model_output: torch.Tensor, timestep: Any, sample: torch.Tensor) -> torch.Tensor:
        told: torch.Tensor | None = getattr(result, "pred_original_sample", None)
        if told is not None:
            return told
        index = getattr(self._scheduler, "step_index", None)
        if index is not None and is_flow(self._scheduler):
            sigma = self._scheduler.sigmas[index - 1].to(sample.device)
            return sample - sigma * model_output
        converted = getattr(self._scheduler, "model_outputs", None)
        if converted and isinstance(converted[-1], torch.Tensor) and _keeps_pictures(self._scheduler):
            return converted[-1]
        if hasattr(self._scheduler, "alphas_cumprod") and float(self._scheduler.init_noise_sigma) == 1:
            return _without_noise(self._scheduler, model_output, timestep, sample)
        assert isinstance(result.prev_sample, torch.Tensor)
        return result.prev_sample


class Shortcut:
    """A noise scheduler's `step` that arrives at once, at latents that are given: the way to a preview."""

    def __init__(self, noise_scheduler: Any, latents: torch.Tensor) -> None:
        self.pipeline: Any = None
        self._latents = latents
        _replace_step(noise_scheduler, self._arrive)

    def _arrive(self, *args: Any, **kwargs: Any) -> Step:
        self.pipeline._interrupt = True  # noqa: SLF001 (diffusers' own word for: no more steps)
        return Step((self._latents,))


def _replace_step(noise_scheduler: Any, step: Callable[..., Step]) -> None:
    """Pipelines look which parameters it has, so it keeps its signature."""

    @functools.wraps(noise_scheduler.step)
    def replaced(*args: Any, **kwargs: Any) -> Step:
        return step(*args, **kwargs)

    noise_scheduler.step = replaced


def is_flow(noise_scheduler: Any) -> bool:
    """Whether noise and picture are mixed in a straight line: x = (1 - sigma) * picture + sigma * noise."""
    is_told = noise_scheduler.config.get("prediction_type") == "flow_prediction"
    return is_told or type(noise_scheduler).__name__.startswith("FlowMatch")


def _keeps_pictures(noise_scheduler: Any) -> bool:
    """Whether a multistep scheduler remembers the pictures that the network had in mind, rather than the noise."""
    config = noise_scheduler.config
    return bool(config.get("predict_x0")) or str(config.get("algorithm_type")).endswith("++")


def _without_noise(
    noise_scheduler: Any, model_output: torch.Tensor, timestep: Any, sample: torch.Tensor
) -> torch.Tensor:
    """What is left of `sample`, which is sqrt(alpha) * picture + sqrt(1 - alpha) * noise."""
    alpha = noise_scheduler.alphas_cumprod[int(timestep)].to(sample.device)
    match noise_scheduler.config.prediction_type:
        case "sample":
            return model_output
        case "v_prediction":
            return alpha.sqrt() * sample - (1 - alpha).sqrt() * model_output
        case _:
            return (sample - (1 - alpha).sqrt() * model_output) / alpha.sqrt()
