"""Observes a noise scheduler's steps: progress, the predicted final latents for previews, and latent masks."""

import functools
from collections.abc import Callable
from typing import Any

import torch


class StepOutput(tuple[torch.Tensor]):
    """A scheduler step's return value as pipelines read it: `[0]` or `.prev_sample`."""

    __slots__ = ()

    @property
    def prev_sample(self) -> torch.Tensor:
        return self[0]


class LatentMask:
    """Masked editing for models without an inpaint pipeline.

    After each step, latents outside the mask are reset to the original's, with that step's noise.
    `change`: (H, W), 1 where the image may change.
    """

    def __init__(self, change: torch.Tensor) -> None:
        self._change = change
        self._original: torch.Tensor | None = None
        self._noise: torch.Tensor | None = None
        self._seen_timesteps: list[int] = []

    def observe(self, noise_scheduler: Any) -> None:
        """Capture the original's latents and noise when the pipeline mixes them."""
        if hasattr(noise_scheduler, "scale_noise"):
            scale_noise = noise_scheduler.scale_noise

            def scale_and_capture(sample: torch.Tensor, timestep: Any, noise: torch.Tensor) -> torch.Tensor:
                self._capture(sample, noise)
                mixed: torch.Tensor = scale_noise(sample, timestep, noise)
                return mixed

            noise_scheduler.scale_noise = scale_and_capture
        else:
            add_noise = noise_scheduler.add_noise

            def add_and_capture(samples: torch.Tensor, noise: torch.Tensor, timesteps: Any) -> torch.Tensor:
                self._capture(samples, noise)
                mixed: torch.Tensor = add_noise(samples, noise, timesteps)
                return mixed

            noise_scheduler.add_noise = add_and_capture
            self._add_noise = add_noise

    def apply(self, latents: torch.Tensor, noise_scheduler: Any, timestep: Any) -> torch.Tensor:
        """`latents` inside the mask, the equally noisy original outside it.

        `timestep`: of the step that returned `latents`.
        """
        if self._original is None or self._noise is None or self._original.ndim != 4:
            return latents  # unknown layout: the pixels outside the mask are restored after decoding
        index = getattr(noise_scheduler, "step_index", None)
        if index is None:
            index = self._next_index(noise_scheduler, int(timestep))
        if hasattr(noise_scheduler, "scale_noise"):
            sigma = noise_scheduler.sigmas[index].to(latents.device)
            noisy = (1 - sigma) * self._original + sigma * self._noise
        elif index < len(noise_scheduler.timesteps):
            noisy = self._add_noise(self._original, self._noise, noise_scheduler.timesteps[index : index + 1])
        else:
            noisy = self._original
        weight = torch.nn.functional.adaptive_max_pool2d(
            self._change[None, None].to(noisy.device, noisy.dtype), noisy.shape[-2:]
        ).expand_as(noisy)
        if latents.ndim == 3:
            noisy, weight = _pack(noisy), _pack(weight)
        if noisy.shape != latents.shape:
            return latents
        return (weight * latents + (1 - weight) * noisy).to(latents.dtype)

    def _next_index(self, noise_scheduler: Any, timestep: int) -> int:
        """For a scheduler without `step_index`; some use a timestep twice."""
        first = noise_scheduler.timesteps.tolist().index(timestep)
        self._seen_timesteps.append(timestep)
        return int(first) + self._seen_timesteps.count(timestep)

    def _capture(self, original: torch.Tensor, noise: torch.Tensor) -> None:
        if self._original is None:
            self._original, self._noise = original, noise


class StepObserver:
    """Replaces `step` in one image's own noise scheduler.

    `is_final`: whether the last step's result is what is decoded.
    """

    def __init__(self, noise_scheduler: Any, *, mask: LatentMask | None = None, is_final: bool = True) -> None:
        self.num_done = 0
        self.latents: torch.Tensor | None = None
        """After the last step, in the pipeline's own layout. None if the pipeline changes them further."""
        self.wants_prediction = False
        self._prediction: torch.Tensor | None = None
        self._scheduler = noise_scheduler
        self._step = noise_scheduler.step
        self._mask = mask
        self._is_final = is_final
        _replace_step(noise_scheduler, self._observe_step)
        if mask is not None:
            mask.observe(noise_scheduler)

    @property
    def num_timesteps(self) -> int:
        """Total steps, for pipelines that do not report them."""
        timesteps = getattr(self._scheduler, "timesteps", None)
        return 0 if timesteps is None else len(timesteps) - (getattr(self._scheduler, "begin_index", None) or 0)

    @property
    def timestep(self) -> float:
        """Of the next step. Reading it synchronizes with the device."""
        begin = getattr(self._scheduler, "begin_index", None) or 0
        return float(self._scheduler.timesteps[begin + self.num_done])

    def take_prediction(self) -> torch.Tensor | None:
        """The predicted final latents, if the last step was asked for them. Returned once."""
        prediction, self._prediction = self._prediction, None
        return prediction

    def _observe_step(
        self, model_output: Any, timestep: Any, sample: torch.Tensor, *args: Any, **kwargs: Any
    ) -> StepOutput:
        kwargs["return_dict"] = True
        result = self._step(model_output, timestep, sample, *args, **kwargs)
        latents: torch.Tensor = result.prev_sample
        if self.wants_prediction:
            self._prediction = self._predict(result, model_output, timestep, sample)
            self.wants_prediction = False
        if self._mask is not None:
            latents = self._mask.apply(latents, self._scheduler, timestep)
        self.latents = latents if self._is_final else None
        self.num_done += 1
        return StepOutput((latents,))

    def _predict(self, result: Any, model_output: torch.Tensor, timestep: Any, sample: torch.Tensor) -> torch.Tensor:
        predicted: torch.Tensor | None = getattr(result, "pred_original_sample", None)
        if predicted is not None:
            return predicted
        index = getattr(self._scheduler, "step_index", None)
        if index is not None and is_flow(self._scheduler):
            sigma = self._scheduler.sigmas[index - 1].to(sample.device)
            return sample - sigma * model_output
        converted = getattr(self._scheduler, "model_outputs", None)
        if converted and isinstance(converted[-1], torch.Tensor) and _stores_predictions(self._scheduler):
            return converted[-1]
        if hasattr(self._scheduler, "alphas_cumprod") and float(self._scheduler.init_noise_sigma) == 1:
            return _without_noise(self._scheduler, model_output, timestep, sample)
        assert isinstance(result.prev_sample, torch.Tensor)
        return result.prev_sample


class PreviewScheduler:
    """Replaces a noise scheduler's `step` so that a pipeline goes straight to decoding `latents`."""

    def __init__(self, noise_scheduler: Any, latents: torch.Tensor) -> None:
        self._pipeline: Any = None
        self._latents = latents
        _replace_step(noise_scheduler, self._finish)

    def attach(self, pipeline: Any) -> None:
        self._pipeline = pipeline

    def _finish(self, *args: Any, **kwargs: Any) -> StepOutput:
        self._pipeline._interrupt = True  # noqa: SLF001 (diffusers' flag for: no more steps)
        return StepOutput((self._latents,))


def _replace_step(noise_scheduler: Any, step: Callable[..., StepOutput]) -> None:
    """Keeps the signature: pipelines inspect its parameters."""

    @functools.wraps(noise_scheduler.step)
    def replacement(*args: Any, **kwargs: Any) -> StepOutput:
        return step(*args, **kwargs)

    noise_scheduler.step = replacement


def is_flow(noise_scheduler: Any) -> bool:
    """Flow matching: x = (1 - sigma) * image + sigma * noise."""
    predicts_flow = noise_scheduler.config.get("prediction_type") == "flow_prediction"
    return predicts_flow or type(noise_scheduler).__name__.startswith("FlowMatch")


def _stores_predictions(noise_scheduler: Any) -> bool:
    """Whether a multistep scheduler stores predicted images rather than predicted noise."""
    config = noise_scheduler.config
    return bool(config.get("predict_x0")) or str(config.get("algorithm_type")).endswith("++")


def _without_noise(
    noise_scheduler: Any, model_output: torch.Tensor, timestep: Any, sample: torch.Tensor
) -> torch.Tensor:
    """The image in `sample`, which is sqrt(alpha) * image + sqrt(1 - alpha) * noise."""
    alpha = noise_scheduler.alphas_cumprod[int(timestep)].to(sample.device)
    match noise_scheduler.config.prediction_type:
        case "sample":
            return model_output
        case "v_prediction":
            return alpha.sqrt() * sample - (1 - alpha).sqrt() * model_output
        case _:
            return (sample - (1 - alpha).sqrt() * model_output) / alpha.sqrt()


def _pack(latents: torch.Tensor) -> torch.Tensor:
    """Pack two by two cells into one token, in the order that all packing models use."""
    rows, channels, height, width = latents.shape
    cells = latents.view(rows, channels, height // 2, 2, width // 2, 2).permute(0, 2, 4, 1, 3, 5)
    return cells.reshape(rows, height // 2 * (width // 2), channels * 4)
