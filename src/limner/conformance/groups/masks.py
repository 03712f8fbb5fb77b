"""Masks: transparent means "edit here", measured against the first image, and obeyed."""

from limner.conformance import expect, pictures
from limner.conformance.forms import Part, field, file
from limner.conformance.group import Group
from limner.conformance.target import EDITS, Target
from limner.conformance.verdict import Failed
from limner.conformance.wire import Answer

group = Group("masks", needs=("edits",))
GPT = ("gpt",)
USER = "image_generation_user_error"
KEPT, CHANGED = 24.0, 2.0
"""The mean difference, 0 to 255: what a picture may differ where it was to be kept (upstream redraws it, near enough),
and must where it was to be changed."""


def _edited(target: Target) -> Answer:
    return target.edit(file("mask", target.mask), prompt="paint it all solid black", output_format="png")


@group.check("an edit with a mask is drawn", needs=GPT)
def a_masked_edit_is_drawn(target: Target) -> None:
    expect.picture_of(target.once("masked", lambda: _edited(target)))


@group.check("what the mask covers is kept", needs=GPT)
def what_is_covered_is_kept(target: Target) -> None:
    before, after = _before_and_after(target)
    kept = expect.difference(before, after, left=0.6, right=1.0)
    if kept > KEPT:
        raise Failed(f"the opaque half of the mask kept (a difference of at most {KEPT:.0f})", f"{kept:.1f} of 255")


@group.check("what a nearly opaque mask covers is kept", needs=GPT)
def what_is_nearly_covered_is_kept(target: Target) -> None:
    width, height = target.edge
    nearly = pictures.png(width, height, lambda x, y: (0, 0, 0, 1 if 2 * x < width else 254))
    answer = target.edit(file("mask", nearly), prompt="paint it all solid black", output_format="png")
    after = expect.png_pixels(expect.picture_of(answer))
    kept = expect.difference(expect.png_pixels(target.photo), after, left=0.6, right=1.0)
    if kept > KEPT:
        raise Failed(f"a mask of alpha 254 to protect (a difference of at most {KEPT:.0f})", f"{kept:.1f} of 255")


@group.check("what is told of the background of an edited cut-out is true", needs=GPT)
def the_background_of_a_cut_out(target: Target) -> None:
    width, height = target.edge
    middle = ((width // 4, 3 * width // 4), (height // 4, 3 * height // 4))

    def paint(x: int, y: int) -> tuple[int, ...]:
        inside = middle[0][0] <= x < middle[0][1] and middle[1][0] <= y < middle[1][1]
        return (220, 60, 40, 255 if inside else 0)

    fields = target.edit_fields(background="auto", output_format="png")
    answer = target.post_form(EDITS, *fields, file("image", pictures.png(width, height, paint)))
    told = expect.drawn(answer).get("background")
    expect.that(told in ("opaque", "transparent"), "a resolved background", told)
    if told == "transparent" and not pictures.has_alpha(expect.picture_of(answer)):
        raise Failed("an alpha channel, as `background` says 'transparent'", "a PNG without one")


@group.check("what the mask leaves open changes", needs=GPT)
def what_is_open_changes(target: Target) -> None:
    before, after = _before_and_after(target)
    changed = expect.difference(before, after, left=0.0, right=0.4)
    if changed < CHANGED:
        raise Failed(f"the transparent half of the mask changed (by {CHANGED:.0f} or more)", f"{changed:.1f} of 255")


def _before_and_after(target: Target) -> tuple[pictures.Pixels, pictures.Pixels]:
    after = expect.picture_of(target.once("masked", lambda: _edited(target)))
    return expect.png_pixels(target.photo), target.once("masked pixels", lambda: expect.png_pixels(after))


@group.check("the picture of a masked edit has the size that was asked for", needs=GPT)
def a_masked_edit_has_its_size(target: Target) -> None:
    found = expect.probed(expect.picture_of(target.once("masked", lambda: _edited(target))))
    expect.equal("a picture of", found.size, target.size)


@group.check("a mask may come before its image", needs=GPT)
def a_mask_first(target: Target) -> None:
    mask, photo = file("mask", target.mask), file("image", target.photo)
    expect.picture_of(target.post_form(EDITS, mask, photo, *target.edit_fields()))


@group.check("a mask of grey and alpha is a mask", needs=GPT)
def a_grey_mask(target: Target) -> None:
    width, height = target.edge
    grey = pictures.png(width, height, lambda x, y: (0, 0 if 2 * x < width else 255))
    expect.picture_of(target.edit(file("mask", grey)))


@group.check("a mask that is open everywhere is a mask", needs=GPT)
def an_open_mask(target: Target) -> None:
    expect.picture_of(target.edit(file("mask", pictures.png(*target.edge, lambda x, y: (0, 0, 0, 0)))))


@group.check("a mask belongs to the first of several images", needs=GPT)
def a_mask_of_several_images(target: Target) -> None:
    width, height = target.edge
    images = [file("image[]", target.photo), file("image[]", pictures.photo(width // 2, height // 2))]
    parts = [*target.edit_fields(), *images, file("mask", target.mask)]
    expect.picture_of(target.post_form(EDITS, *parts))


@group.check("the word null as a mask leaves it out", needs=GPT)
def a_null_mask(target: Target) -> None:
    expect.picture_of(target.edit(field("mask", "null")))


def _refuses(
    name: str, sentence: str, masks: tuple[Part, ...], code: str, message: str, error_type: str = USER
) -> None:
    def run(target: Target) -> None:
        fields = (field("model", target.name), field("prompt", "a"), file("image", pictures.photo(64, 64)))
        answer = target.post_form(EDITS, *fields, *masks)
        expect.refusal(target, answer, "mask", code, message=message, error_type=error_type)

    group.add(f"refuses-{name}", f"refuses {sentence}", run, needs=GPT)


FORMAT = "invalid_mask_image_format"
OTHER_SIZE = "Invalid mask image format - mask size does not match image size"
NO_ALPHA = "Invalid mask image format - mask image missing alpha channel"
_refuses("another-size", "a mask of another size", (file("mask", pictures.mask(32, 64)),), FORMAT, OTHER_SIZE)
_refuses(
    "no-alpha", "a mask without an alpha channel",
    (file("mask", pictures.png(64, 64, lambda x, y: (255, 255, 255))),), FORMAT, NO_ALPHA,
)  # fmt: skip
_refuses(
    "junk", "a mask that is no picture", (file("mask", b"junk" * 20),), FORMAT,
    "Invalid image file or mode for mask 1, please check your image file.",
)  # fmt: skip
_refuses(
    "two-masks", "two masks", (file("mask", pictures.mask(64, 64)),) * 2, "invalid_type",
    "Invalid type for 'mask': expected a file, but got an array instead.", "invalid_request_error",
)  # fmt: skip
_refuses(
    "text", "a mask that is a text", (field("mask", "mask.png"),), "invalid_type",
    "Invalid type for 'mask': expected a file, but got a string instead.", "invalid_request_error",
)  # fmt: skip


@group.check("a mask without an image is refused", needs=GPT)
def a_mask_alone(target: Target) -> None:
    parts = (field("model", target.name), field("prompt", "a"), file("mask", target.mask))
    expect.refusal(
        target,
        target.post_form(EDITS, *parts),
        "image",
        "missing_required_parameter",
        message="Missing required parameter: 'image'.",
    )
