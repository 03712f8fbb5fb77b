"""How `auto` is resolved, and the rules between parameters. Each schema lists those that apply to it."""

import re

from limner.core.errors import BadRequestError, PictureError
from limner.core.request import ImageRequest
from limner.families.family import Values
from limner.families.sizes import AUTO, match_input_size, nearest_classic_size

WANTS_TRANSPARENCY = re.compile(r"\b(transparent background|background transparent|no background)\b", re.IGNORECASE)


def resolve_size(values: Values) -> None:
    if values["size"] == AUTO:
        values["size"] = match_input_size(values.get("images", ()))


def resolve_classic_size(values: Values) -> None:
    if values["size"] == AUTO:
        values["size"] = nearest_classic_size(values.get("images", ()))


def resolve_background(values: Values) -> None:
    """Opaque if the format has no transparency, transparent if the prompt says so, else left to the engine."""
    if values.get("background") != AUTO:
        return
    if values["output_format"] == "jpeg":
        values["background"] = "opaque"
    elif WANTS_TRANSPARENCY.search(values.get("prompt", "")):
        values["background"] = "transparent"


def resolve_opaque_background(values: Values) -> None:
    if values.get("background") == AUTO:
        values["background"] = "opaque"


def resolve_partial_images(values: Values) -> None:
    """Without `stream`, `partial_images` is accepted and has no effect."""
    if not values.get("stream"):
        values["partial_images"] = 0


def resolve_mask(values: Values) -> None:
    """Check the mask against the first image, and replace the Upload by its Picture."""
    upload = values.get("mask")
    if upload is None:
        return
    picture = upload.picture
    if picture.size != values["images"][0].size:
        raise PictureError(
            "Invalid mask image format - mask size does not match image size",
            param="mask",
            code="invalid_mask_image_format",
        )
    if values.get("mask_mode", "alpha") == "alpha" and not upload.has_alpha:
        raise PictureError(
            "Invalid mask image format - mask image missing alpha channel",
            param="mask",
            code="invalid_mask_image_format",
        )
    values["mask"] = picture


def forbid_stream_of_several(request: ImageRequest) -> None:
    if request.stream and request.n > 1:
        raise PictureError("Streaming is only supported with n=1.", param="input", code="unsupported_parameter")


def forbid_transparent_jpeg(request: ImageRequest) -> None:
    if request.background == "transparent" and request.output_format == "jpeg":
        raise PictureError(
            "Transparent background is not supported for JPEG output format.", param="background", code="invalid_value"
        )


def forbid_transparency(request: ImageRequest) -> None:
    if request.background == "transparent":
        raise PictureError(
            "Transparent background is not supported for this model.", param="background", code="invalid_value"
        )


def forbid_png_compression(request: ImageRequest) -> None:
    if request.output_format == "png" and request.output_compression < 100:
        raise PictureError(
            "Compression less than 100 is not supported for PNG output format",
            param="output_compression",
            code="invalid_png_output_compression",
        )


def forbid_input_fidelity(request: ImageRequest) -> None:
    if "input_fidelity" in request.asked:
        raise _fidelity_error(request)


def forbid_high_fidelity_on_mini(request: ImageRequest) -> None:
    """gpt-image-1-mini accepts `low`, which is the default."""
    if request.input_fidelity == "high" and request.model == "gpt-image-1-mini":
        raise _fidelity_error(request)


def require_mask_for_mask_mode(request: ImageRequest) -> None:
    if "mask_mode" in request.asked and request.mask is None:
        raise BadRequestError("Invalid 'mask_mode': it needs a 'mask'.", param="mask_mode", code="invalid_value")


def _fidelity_error(request: ImageRequest) -> PictureError:
    return PictureError(
        f"The model '{request.model}' does not support the 'input_fidelity' parameter.",
        param="input_fidelity",
        code="invalid_input_fidelity_model",
    )
