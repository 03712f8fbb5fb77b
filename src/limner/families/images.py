"""Readers of input images and masks: form parts, and the JSON form's list of references."""

from collections.abc import Callable
from pathlib import PurePath
from typing import cast

from limner.core.errors import BadRequestError, PictureError
from limner.core.picture import Picture
from limner.core.upload import Upload
from limner.families.readers import (
    FormText,
    Param,
    files_are_missing,
    is_files,
    missing,
    unknown_parameter,
    wrong_type,
)
from limner.families.wording import join_and, kind_of, shortened

MAX_IMAGES = 16
TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}
REFERENCE_KEYS = ("file_id", "image_url")

Judge = Callable[[str, Upload], None]
"""Raises if a file may not be used, for a reason beyond its bytes, such as its declared type."""

_FILE = {"type": "string", "format": "binary"}
_REFERENCE = {
    "type": "object",
    "properties": {"image_url": {"type": "string", "maxLength": 20_971_520}, "file_id": {"type": "string"}},
    "additionalProperties": False,
    "minProperties": 1,
    "maxProperties": 1,
}


def by_content(name: str, upload: Upload) -> None:
    """The lenient judge: a file is what its bytes say, and an error says what those are."""


def as_upstream(name: str, upload: Upload) -> None:
    """The strict judge of masks and references: also by their bytes, with upstream's words alone."""


def declared_as(*types: str) -> Judge:
    """The strict judge of image parts: they must say that they are one of `types`, by type or by file name."""
    accepted = {*types, "image/jpg"} if "image/jpeg" in types else set(types)

    def judge(name: str, upload: Upload) -> None:
        content_type = upload.content_type or TYPES.get(PurePath(upload.filename or "").suffix.lower())
        if content_type is None:
            raise BadRequestError(
                f"Invalid file '{name}': failed to determine mimetype. Ensure you are providing the file's mimetype as"
                " part of the 'Content-Type' header.",
                param=name,
                code="missing_file_mimetype",
            )
        declared = content_type.split(";")[0].strip().lower()
        if declared not in accepted:
            raise BadRequestError(
                f"Invalid file '{name}': unsupported mimetype ('{shortened(declared)}')."
                f" Supported file formats are {join_and(types)}.",
                param=name,
                code="unsupported_file_mimetype",
            )

    return judge


by_declared_type = declared_as("image/jpeg", "image/png", "image/webp")
"""The judge of the GPT image models."""
_declared_png = declared_as("image/png")


def small_square_png(name: str, upload: Upload) -> None:
    """The strict judge of dall-e-2's masks, which need not declare what they are."""
    picture = upload.picture
    if picture is None or picture.format != "png" or upload.num_bytes >= 4_000_000:
        raise BadRequestError("Uploaded image must be a PNG and less than 4 MB.", param=name)
    if picture.size.width != picture.size.height:
        raise BadRequestError("Uploaded image must be square.", param=name)


def declared_small_square_png(name: str, upload: Upload) -> None:
    """The strict judge of dall-e-2's images."""
    _declared_png(name, upload)
    small_square_png(name, upload)


def image_files(*, judge: Judge = by_content, single: bool = False) -> Param:
    """`image` of a form: one part or several, each a file."""

    def read(name: str, raw: object) -> tuple[Picture, ...]:
        if files_are_missing(raw):
            raise missing(name)
        if not is_files(raw):
            raise wrong_type(name, raw, "one of an array of files or file")
        assert isinstance(raw, tuple)
        if single and len(raw) > 1:
            raise wrong_type(name, list(raw), "a file")
        if len(raw) > MAX_IMAGES:
            raise _too_many(name, len(raw))
        return tuple(
            _picture(f"{name}[{index}]" if is_list(raw) else name, upload, index, judge, "image")
            for index, upload in enumerate(raw)
        )

    schema = {"anyOf": [_FILE, {"type": "array", "items": _FILE, "maxItems": MAX_IMAGES}]}
    return Param(read=read, schema=schema, required=True, nullable=False, field="images", only="form")


def image_references(*, judge: Judge = by_content) -> Param:
    """`images` of a JSON body: objects that hold one `image_url` or one `file_id`.

    Whoever read the body has put an Upload in the place of every reference that was in order.
    """

    def read(name: str, raw: object) -> tuple[Picture, ...]:
        if not isinstance(raw, list):
            raise wrong_type(name, raw, "an array of objects")
        if not raw:
            raise BadRequestError(
                f"Invalid '{name}': empty array. Expected an array with minimum length 1,"
                " but got an empty array instead.",
                param=name,
                code="empty_array",
            )
        if len(raw) > MAX_IMAGES:
            raise _too_many(name, len(raw))
        return tuple(_referred(f"{name}[{index}]", one, index, judge) for index, one in enumerate(raw))

    schema = {"type": "array", "items": _REFERENCE, "minItems": 1, "maxItems": MAX_IMAGES}
    return Param(read=read, schema=schema, required=True, nullable=False, field="images", only="json")


def mask(*, judge: Judge = by_content) -> Param:
    """A file in a form, a reference in JSON."""

    def read(name: str, raw: object) -> Upload:
        if is_files(raw):
            assert isinstance(raw, tuple)
            if len(raw) > 1:
                raise wrong_type(name, list(raw), "a file")
            _picture(name, raw[0], 0, judge, "mask")
            return cast(Upload, raw[0])
        if isinstance(raw, Upload):
            _picture(name, raw, 0, by_content if judge is by_content else as_upstream, "mask")
            return raw
        if isinstance(raw, dict):
            _referred(name, raw, 0, judge)
        raise wrong_type(name, raw, "a file" if isinstance(raw, FormText) else "an object")

    return Param(read=read, schema=_FILE, json_schema=_REFERENCE)


def is_list(uploads: tuple[Upload, ...]) -> bool:
    """Whether the members of a form's list are named by their index: `image[]` is one, even with one member."""
    return len(uploads) > 1 or any(upload.in_list for upload in uploads)


def _referred(name: str, raw: object, index: int, judge: Judge) -> Picture:
    if isinstance(raw, Upload):
        return _picture(name, raw, index, judge, "image")
    if not isinstance(raw, dict):
        raise wrong_type(name, raw, "an object")
    for key in raw:
        if key not in REFERENCE_KEYS:
            raise unknown_parameter(f"{name}.{key}")
    given = [key for key in REFERENCE_KEYS if raw.get(key) is not None]
    if len(given) != 1:
        raise BadRequestError(
            f"Invalid '{name}': expected exactly one of 'image_url' and 'file_id', but got {len(given)} of them.",
            param=name,
            code="invalid_value" if given else "missing_required_parameter",
        )
    raise wrong_type(f"{name}.{given[0]}", raw[given[0]], "a string")


def _picture(name: str, upload: Upload, index: int, judge: Judge, word: str) -> Picture:
    if upload.problem:
        raise upload.problem
    if upload.is_text:
        expected = "one of an array of files or file" if name == "image" else "a file"
        raise BadRequestError(
            f"Invalid type for '{name}': expected {expected}, but got {kind_of('')} instead.",
            param=name,
            code="invalid_type",
        )
    judge(name, upload)
    if upload.picture is None:
        message = f"Invalid image file or mode for {word} {index + 1}, please check your image file."
        if upload.looks_like and judge is by_content:
            message += f" It seems to be {upload.looks_like}; the accepted formats are PNG, JPEG and WebP."
        raise PictureError(
            message,
            param=name,
            code="invalid_image_file" if word == "image" else "invalid_mask_image_format",
        )
    return upload.picture


def _too_many(name: str, count: int) -> BadRequestError:
    return BadRequestError(
        f"Invalid '{name}': array too long. Expected an array with maximum length {MAX_IMAGES},"
        f" but got an array with length {count} instead.",
        param=name,
        code="array_above_max_length",
    )
