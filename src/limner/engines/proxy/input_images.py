"""Input images and mask in the form in which an upstream server needs them."""

from dataclasses import dataclass

from limner import codec
from limner.core.picture import Picture, Size
from limner.core.request import ImageRequest
from limner.engines.proxy.completion import import_pixels
from limner.engines.proxy.profiles import Profile

MAX_ALPHA_MASK_BYTES = 4_000_000
"""A larger image that serves as its own mask is sent as a mask without colours: masks may have at most 4 MB."""


@dataclass(frozen=True, slots=True)
class InputImages:
    images: tuple[Picture, ...] = ()
    mask: Picture | None = None
    is_pasted: bool = False
    """Whether Limner pastes the protected pixels into the result."""


def has_mask(request: ImageRequest) -> bool:
    if request.mask is not None:
        return True
    return request.alpha_is_mask and bool(request.images) and codec.has_alpha(request.images[0])


def prepare(request: ImageRequest, profile: Profile, asked_size: Size) -> InputImages:
    """Decodes and encodes pixels only where the server needs another form: call it in a thread."""
    if not request.images:
        return InputImages()
    is_masked = has_mask(request)
    is_pasted = is_masked and profile.masks.support != "exact"
    images = list(request.images)
    mask = request.mask if is_masked else None
    if is_pasted and not _is_aligned(request, asked_size):
        # the server gets what its result is compared with, so that the mask has the right place in it
        pixels = import_pixels()
        images[0] = pixels.frame_image(images[0], request, asked_size)
        mask = pixels.frame_mask(request, asked_size, profile.masks.form)
    elif is_masked and profile.masks.support != "none" and not _is_understood(request, profile):
        mask = import_pixels().convert_mask(request, profile.masks.form)
    elif is_masked and mask is None:
        mask = images[0]
    images = [_as_known_format(image, profile) for image in images]
    return InputImages(tuple(images), None if profile.masks.support == "none" else mask, is_pasted)


def _is_aligned(request: ImageRequest, asked_size: Size) -> bool:
    """Whether the first image, the result of the server and the requested result show the same part."""
    first, wanted = request.images[0].size, request.size
    return all(
        one.width * wanted.height == one.height * wanted.width  # the same aspect ratio
        for one in (first, asked_size)
    )


def _is_understood(request: ImageRequest, profile: Profile) -> bool:
    if request.mask is None:
        return profile.masks.form == "alpha" and request.images[0].num_bytes <= MAX_ALPHA_MASK_BYTES
    follows_mode = "mask_mode" in profile.parameters.get(request.operation, {})
    return profile.masks.form == "alpha" and (request.mask_mode == "alpha" or follows_mode)


def _as_known_format(image: Picture, profile: Profile) -> Picture:
    if image.format in profile.input_formats:
        return image
    converted: Picture = import_pixels().as_png(image)
    return converted
