"""Readers of input images and masks: form parts, and lists of references in JSON."""

from collections.abc import Callable
from pathlib import PurePath
from typing import cast

from limner.core.errors import BadRequestError, PictureError
from limner.core.formats import FORMAT_OF_SUFFIX, MEDIA_TYPES
from limner.core.picture import Picture
from limner.core.upload import Upload
from limner.families.readers import (
    FormText,
    Param,
    has_no_files,
    is_files,
    missing_error,
    unknown_parameter_error,
    wrong_type_error,
)
from limner.families.wording import describe_type, join_and, shorten

MAX_IMAGES = 16
REFERENCE_KEYS = ("file_id", "image_url")

UploadCheck = Callable[[str, Upload], None]
"""Raises if a file is not acceptable for a reason other than its content, such as its declared type."""

_FILE = {"type": "string", "format": "binary"}
_REFERENCE = {
    "type": "object",
    "properties": {"image_url": {"type": "string", "maxLength": 20_971_520}, "file_id": {"type": "string"}},
    "additionalProperties": False,
    "minProperties": 1,
    "maxProperties": 1,
}


def accept_any_type(name: str, upload: Upload) -> None:
    """Lenient: identify a file by its content; the error for other formats names what it seems to be."""


def check_like_upstream(name: str, upload: Upload) -> None:
    """Strict, for masks and references: also by content, with exactly upstream's error message."""


def require_type(*types: str) -> UploadCheck:
    """Strict, for image parts: their content type or file name must declare one of `types`."""
    accepted = {*types, "image/jpg"} if "image/jpeg" in types else set(types)

    def check(name: str, upload: Upload) -> None:
        by_name = FORMAT_OF_SUFFIX.get(PurePath(upload.filename or "").suffix.lower())
        content_type = upload.content_type or (MEDIA_TYPES[by_name] if by_name else None)
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
                f"Invalid file '{name}': unsupported mimetype ('{shorten(declared)}')."
                f" Supported file formats are {join_and(types)}.",
                param=name,
                code="unsupported_file_mimetype",
            )

    return check


require_image_type = require_type("image/jpeg", "image/png", "image/webp")
_require_png_type = require_type("image/png")


def require_small_square_png(name: str, upload: Upload) -> None:
    """Strict, for dall-e-2's masks, which need no declared type."""
    picture = upload.picture
    if picture is None or picture.format != "png" or upload.num_bytes >= 4_000_000:
        raise BadRequestError("Uploaded image must be a PNG and less than 4 MB.", param=name)
    if picture.size.width != picture.size.height:
        raise BadRequestError("Uploaded image must be square.", param=name)


def require_declared_small_square_png(name: str, upload: Upload) -> None:
    """Strict, for dall-e-2's images."""
    _require_png_type(name, upload)
    require_small_square_png(name, upload)


def image_files(*, check: UploadCheck = accept_any_type, single: bool = False) -> Param:
    """`image` in a form: one or more file parts."""

    def read(name: str, raw: object) -> tuple[Picture, ...]:
        if has_no_files(raw):
            raise missing_error(name)
        if not is_files(raw):
            raise wrong_type_error(name, raw, "one of an array of files or file")
        assert isinstance(raw, tuple)
        if single and len(raw) > 1:
            raise wrong_type_error(name, list(raw), "a file")
        if len(raw) > MAX_IMAGES:
            raise _too_many_error(name, len(raw))
        return tuple(
            _read_picture(f"{name}[{index}]" if is_list(raw) else name, upload, index, check, "image")
            for index, upload in enumerate(raw)
        )

    schema = {"anyOf": [_FILE, {"type": "array", "items": _FILE, "maxItems": MAX_IMAGES}]}
    return Param(read=read, schema=schema, required=True, nullable=False, field="images", only="form")


def image_references(*, check: UploadCheck = accept_any_type) -> Param:
    """`images` in a JSON body: objects with either `image_url` or `file_id`.

    The body reader has already replaced every valid reference by an Upload.
    """

    def read(name: str, raw: object) -> tuple[Picture, ...]:
        if not isinstance(raw, list):
            raise wrong_type_error(name, raw, "an array of objects")
        if not raw:
            raise BadRequestError(
                f"Invalid '{name}': empty array. Expected an array with minimum length 1,"
                " but got an empty array instead.",
                param=name,
                code="empty_array",
            )
        if len(raw) > MAX_IMAGES:
            raise _too_many_error(name, len(raw))
        return tuple(_read_reference(f"{name}[{index}]", one, index, check) for index, one in enumerate(raw))

    schema = {"type": "array", "items": _REFERENCE, "minItems": 1, "maxItems": MAX_IMAGES}
    return Param(read=read, schema=schema, required=True, nullable=False, field="images", only="json")


def mask(*, check: UploadCheck = accept_any_type) -> Param:
    """A file in a form, or a reference in JSON."""

    def read(name: str, raw: object) -> Upload:
        if is_files(raw):
            assert isinstance(raw, tuple)
            if len(raw) > 1:
                raise wrong_type_error(name, list(raw), "a file")
            _read_picture(name, raw[0], 0, check, "mask")
            return cast(Upload, raw[0])
        if isinstance(raw, Upload):
            _read_picture(name, raw, 0, accept_any_type if check is accept_any_type else check_like_upstream, "mask")
            return raw
        if isinstance(raw, dict):
            _read_reference(name, raw, 0, check)
        raise wrong_type_error(name, raw, "a file" if isinstance(raw, FormText) else "an object")

    return Param(read=read, schema=_FILE, json_schema=_REFERENCE)


def is_list(uploads: tuple[Upload, ...]) -> bool:
    """Whether error messages number the parts: `image[]` counts as a list even with one part."""
    return len(uploads) > 1 or any(upload.in_list for upload in uploads)


def _read_reference(name: str, raw: object, index: int, check: UploadCheck) -> Picture:
    if isinstance(raw, Upload):
        return _read_picture(name, raw, index, check, "image")
    if not isinstance(raw, dict):
        raise wrong_type_error(name, raw, "an object")
    for key in raw:
        if key not in REFERENCE_KEYS:
            raise unknown_parameter_error(f"{name}.{key}")
    given = [key for key in REFERENCE_KEYS if raw.get(key) is not None]
    if len(given) != 1:
        raise BadRequestError(
            f"Invalid '{name}': expected exactly one of 'image_url' and 'file_id', but got {len(given)} of them.",
            param=name,
            code="invalid_value" if given else "missing_required_parameter",
        )
    raise wrong_type_error(f"{name}.{given[0]}", raw[given[0]], "a string")


def _read_picture(name: str, upload: Upload, index: int, check: UploadCheck, word: str) -> Picture:
    if upload.problem:
        raise upload.problem
    if upload.is_text:
        expected = "one of an array of files or file" if name == "image" else "a file"
        raise BadRequestError(
            f"Invalid type for '{name}': expected {expected}, but got {describe_type('')} instead.",
            param=name,
            code="invalid_type",
        )
    check(name, upload)
    if upload.picture is None:
        message = f"Invalid image file or mode for {word} {index + 1}, please check your image file."
        if upload.looks_like and check is accept_any_type:
            message += f" It seems to be {upload.looks_like}; the accepted formats are PNG, JPEG and WebP."
        raise PictureError(
            message,
            param=name,
            code="invalid_image_file" if word == "image" else "invalid_mask_image_format",
        )
    return upload.picture


def _too_many_error(name: str, count: int) -> BadRequestError:
    return BadRequestError(
        f"Invalid '{name}': array too long. Expected an array with maximum length {MAX_IMAGES},"
        f" but got an array with length {count} instead.",
        param=name,
        code="array_above_max_length",
    )
