"""Masks: transparent areas of the first image are edited, others are kept."""

from limner.conformance import expect, pictures
from limner.conformance.forms import OutgoingPart, field, file
from limner.conformance.group import Group
from limner.conformance.result import CheckFailed
from limner.conformance.target import EDITS, Target
from limner.conformance.wire import HttpResponse

group = Group("masks", needs=("edits",))
GPT = ("gpt",)
USER = "image_generation_user_error"
KEPT, CHANGED = 24.0, 2.0
"""Thresholds for the mean difference, 0 to 255: at most KEPT in areas to be kept, since upstream redraws them, and at
least CHANGED in areas to be edited."""


def _edit(target: Target) -> HttpResponse:
    return target.edit(file("mask", target.mask), prompt="paint it all solid black", output_format="png")


@group.check("an edit with a mask is generated", needs=GPT)
def a_masked_edit_is_drawn(target: Target) -> None:
    expect.first_image(target.once("masked", lambda: _edit(target)))


@group.check("pixels under the opaque mask are kept", needs=GPT)
def opaque_area_is_kept(target: Target) -> None:
    before, after = _before_and_after(target)
    kept = expect.mean_difference(before, after, left=0.6, right=1.0)
    if kept > KEPT:
        raise CheckFailed(
            f"the opaque half of the mask kept (a difference of at most {KEPT:.0f})", f"{kept:.1f} of 255"
        )


@group.check("pixels under a nearly opaque mask are kept", needs=GPT)
def nearly_opaque_area_is_kept(target: Target) -> None:
    width, height = target.edge
    nearly = pictures.png(width, height, lambda x, y: (0, 0, 0, 1 if 2 * x < width else 254))
    response = target.edit(file("mask", nearly), prompt="paint it all solid black", output_format="png")
    after = expect.png_pixels(expect.first_image(response))
    kept = expect.mean_difference(expect.png_pixels(target.photo), after, left=0.6, right=1.0)
    if kept > KEPT:
        raise CheckFailed(f"a mask of alpha 254 to protect (a difference of at most {KEPT:.0f})", f"{kept:.1f} of 255")


@group.check("the reported background of an edited cutout is true", needs=GPT)
def background_of_a_cutout(target: Target) -> None:
    width, height = target.edge
    middle = ((width // 4, 3 * width // 4), (height // 4, 3 * height // 4))

    def paint(x: int, y: int) -> tuple[int, ...]:
        inside = middle[0][0] <= x < middle[0][1] and middle[1][0] <= y < middle[1][1]
        return (220, 60, 40, 255 if inside else 0)

    fields = target.edit_fields(background="auto", output_format="png")
    response = target.post_form(EDITS, *fields, file("image", pictures.png(width, height, paint)))
    background = expect.images(response).get("background")
    expect.that(background in ("opaque", "transparent"), "a resolved background", background)
    if background == "transparent" and not pictures.has_alpha(expect.first_image(response)):
        raise CheckFailed("an alpha channel, as `background` says 'transparent'", "a PNG without one")


@group.check("pixels under the transparent mask change", needs=GPT)
def transparent_area_changes(target: Target) -> None:
    before, after = _before_and_after(target)
    changed = expect.mean_difference(before, after, left=0.0, right=0.4)
    if changed < CHANGED:
        raise CheckFailed(
            f"the transparent half of the mask changed (by {CHANGED:.0f} or more)", f"{changed:.1f} of 255"
        )


def _before_and_after(target: Target) -> tuple[pictures.Pixels, pictures.Pixels]:
    after = expect.first_image(target.once("masked", lambda: _edit(target)))
    return expect.png_pixels(target.photo), target.once("masked pixels", lambda: expect.png_pixels(after))


@group.check("a masked edit has the requested size", needs=GPT)
def a_masked_edit_has_its_size(target: Target) -> None:
    found = expect.image(expect.first_image(target.once("masked", lambda: _edit(target))))
    expect.equal("a picture of", found.size, target.size)


@group.check("a mask may precede its image", needs=GPT)
def a_mask_first(target: Target) -> None:
    mask, photo = file("mask", target.mask), file("image", target.photo)
    expect.first_image(target.post_form(EDITS, mask, photo, *target.edit_fields()))


@group.check("a mask may be grey with alpha", needs=GPT)
def a_grey_mask(target: Target) -> None:
    width, height = target.edge
    grey = pictures.png(width, height, lambda x, y: (0, 0 if 2 * x < width else 255))
    expect.first_image(target.edit(file("mask", grey)))


@group.check("a mask may be transparent everywhere", needs=GPT)
def an_open_mask(target: Target) -> None:
    expect.first_image(target.edit(file("mask", pictures.png(*target.edge, lambda x, y: (0, 0, 0, 0)))))


@group.check("a mask applies to the first of several images", needs=GPT)
def a_mask_of_several_images(target: Target) -> None:
    width, height = target.edge
    images = [file("image[]", target.photo), file("image[]", pictures.photo(width // 2, height // 2))]
    parts = [*target.edit_fields(), *images, file("mask", target.mask)]
    expect.first_image(target.post_form(EDITS, *parts))


@group.check("the literal null as a mask counts as omitted", needs=GPT)
def a_null_mask(target: Target) -> None:
    expect.first_image(target.edit(field("mask", "null")))


def _add_rejected(
    name: str, sentence: str, masks: tuple[OutgoingPart, ...], code: str, message: str, error_type: str = USER
) -> None:
    def run(target: Target) -> None:
        fields = (field("model", target.name), field("prompt", "a"), file("image", pictures.photo(64, 64)))
        response = target.post_form(EDITS, *fields, *masks)
        expect.refusal(target, response, "mask", code, message=message, error_type=error_type)

    group.add(f"refuses-{name}", f"refuses {sentence}", run, needs=GPT)


FORMAT = "invalid_mask_image_format"
OTHER_SIZE = "Invalid mask image format - mask size does not match image size"
NO_ALPHA = "Invalid mask image format - mask image missing alpha channel"
_add_rejected("another-size", "a mask of another size", (file("mask", pictures.mask(32, 64)),), FORMAT, OTHER_SIZE)
_add_rejected(
    "no-alpha", "a mask without an alpha channel",
    (file("mask", pictures.png(64, 64, lambda x, y: (255, 255, 255))),), FORMAT, NO_ALPHA,
)  # fmt: skip
_add_rejected(
    "junk", "a mask that is not an image", (file("mask", b"junk" * 20),), FORMAT,
    "Invalid image file or mode for mask 1, please check your image file.",
)  # fmt: skip
_add_rejected(
    "two-masks", "two masks", (file("mask", pictures.mask(64, 64)),) * 2, "invalid_type",
    "Invalid type for 'mask': expected a file, but got an array instead.", "invalid_request_error",
)  # fmt: skip
_add_rejected(
    "text", "a mask that is a text", (field("mask", "mask.png"),), "invalid_type",
    "Invalid type for 'mask': expected a file, but got a string instead.", "invalid_request_error",
)  # fmt: skip


@group.check("a mask without an image is rejected", needs=GPT)
def a_mask_alone(target: Target) -> None:
    parts = (field("model", target.name), field("prompt", "a"), file("mask", target.mask))
    expect.refusal(
        target,
        target.post_form(EDITS, *parts),
        "image",
        "missing_required_parameter",
        message="Missing required parameter: 'image'.",
    )
