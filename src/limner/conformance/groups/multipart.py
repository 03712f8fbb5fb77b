"""Multipart forms as sent by ten clients, and malformed forms."""

# ruff: noqa: E501 (a row of a table is one line)

from limner.conformance import expect, pictures
from limner.conformance.forms import OutgoingPart, declare_type, disposition, field, file, form
from limner.conformance.group import Group
from limner.conformance.groups.dialects import DIALECTS, Dialect
from limner.conformance.result import ValidationMode
from limner.conformance.target import EDITS, GENERATIONS, VARIATIONS, Target

group = Group("multipart", needs=("edits",))
GPT = ("gpt",)
FORM = "multipart/form-data; boundary=b"
OCTETS = "application/octet-stream"
USER = "image_generation_user_error"


def _add_dialect(dialect: Dialect) -> None:
    def run(target: Target) -> None:
        parts = dialect.parts(target)
        if target.strict:  # upstream rejects files without a declared type
            parts = [declare_type(part) for part in parts]
        response = target.post_form(EDITS, *parts, boundary=dialect.boundary, chunk_bytes=dialect.chunk_bytes)
        found = expect.image(expect.first_image(response)).format
        if target.once("jpeg", lambda: _obeys_format(target)):
            expect.equal("a picture in", found, "jpeg")

    group.add(f"sdk-{dialect.name.replace(' ', '-')}", f"reads the form of {dialect.sentence}", run, needs=GPT)


def _obeys_format(target: Target) -> bool:
    """Whether the image format shows that the form's fields were read."""
    return expect.image(expect.first_image(target.generate(output_format="jpeg"))).format == "jpeg"


for _dialect in DIALECTS:
    _add_dialect(_dialect)


def _add_accepted(
    name: str, sentence: str, *parts: OutgoingPart, only: ValidationMode | None = None, image: bool = True
) -> None:
    """Register a check: a cheap edit with additional `parts` succeeds. `image`: add a photo."""

    def run(target: Target) -> None:
        photo = (file("image", target.photo),) if image else ()
        expect.first_image(target.post_form(EDITS, *target.edit_fields(), *photo, *parts))

    group.add(name, sentence, run, only=only, needs=GPT)


PHOTO, JPEG, WEBP = pictures.photo(64, 64), pictures.grey_jpeg(64, 64), pictures.plain_webp(64, 64)

for _names in (("image",), ("image[]",), ("image[]", "image[]")):
    _add_accepted(
        "named-" + "-and-".join(_names), f"images named {' and '.join(_names)} are read",
        *(file(name, PHOTO) for name in _names), image=False,
    )  # fmt: skip
for _names in (("image[0]",), ("image", "image"), ("image[0]", "image[1]"), ("image", "image[]")):
    _add_accepted(
        "named-" + "-and-".join(_names), f"images named {' and '.join(_names)} are read",
        *(file(name, PHOTO) for name in _names), image=False, only="lenient",
    )  # fmt: skip
_add_accepted(
    "a-jpeg", "a JPEG is accepted", file("image", JPEG, filename="a.jpg", content_type="image/jpeg"), image=False
)
_add_accepted(
    "a-webp", "a WebP is accepted", file("image", WEBP, filename="a.webp", content_type="image/webp"), image=False
)
for _name, _sentence, _part in (
    ("octets", "a file declared as octet-stream is detected by content", file("image", PHOTO, content_type=OCTETS)),
    ("no-type", "a file without a type is read", file("image", PHOTO, content_type=None)),
    ("no-file-name", "a file without a name is read", file("image", PHOTO, filename=None, content_type=None)),
    ("text-type", "a file that is declared as text is read", file("image", PHOTO, content_type="text/plain")),
    ("wrong-type", "a JPEG declared as PNG is read", file("image", JPEG, content_type="image/png")),
):
    _add_accepted(_name, _sentence, _part, image=False, only="lenient")
_add_accepted(
    "file-name-with-a-path",
    "a path in a file name is ignored",
    file("image", PHOTO, filename="../../etc/passwd"),
    image=False,
)
_add_accepted("literal-null", "the literal null counts as omitted", field("background", "null"), field("user", "null"))
_add_accepted("numbers-as-text", "numbers are text in a form", field("n", "1"), field("output_compression", "100"))
_add_accepted(
    "typed-text", "a text field may declare its type", field("n", "1", "Content-Type: text/plain; charset=utf-8")
)
for _value in ("false", "False", "0"):
    _add_accepted(
        f"stream-is-{_value}",
        f"stream={_value} in a form does not stream",
        field("stream", _value),
        only=None if _value == "false" else "lenient",
    )


@group.check("a form in chunks of one byte is read", needs=GPT)
def cut_anywhere(target: Target) -> None:
    parts = (*target.edit_fields(), file("image", pictures.photo(64, 64)))
    for chunk_bytes in (1, 61):
        expect.first_image(target.post_form(EDITS, *parts, chunk_bytes=chunk_bytes))


@group.check("fields may come after the files", needs=GPT)
def fields_after_files(target: Target) -> None:
    parts = (file("image", target.photo), *target.edit_fields(output_format="jpeg"))
    expect.equal("a picture in", expect.image(expect.first_image(target.post_form(EDITS, *parts))).format, "jpeg")


@group.check("a prompt in UTF-8 is read", needs=GPT)
def utf8_in_a_form(target: Target) -> None:
    expect.first_image(target.edit(prompt="ein größerer Fuchs 🦊"))


@group.check("the last boundary needs no line break", needs=GPT)
def no_last_line_end(target: Target) -> None:
    body = form((*target.edit_fields(), file("image", target.photo)), boundary=b"b").removesuffix(b"\r\n")
    expect.first_image(target.post(EDITS, body, FORM))


@group.check("sixteen images are accepted, seventeen rejected", needs=GPT)
def sixteen_images(target: Target) -> None:
    photo = pictures.photo(64, 64)
    fields = target.edit_fields()
    expect.first_image(target.post_form(EDITS, *fields, *(file("image[]", photo) for _ in range(16))))
    error = expect.error(target.post_form(EDITS, *fields, *(file("image[]", photo) for _ in range(17))))
    expect.that((error["param"] or "").startswith("image"), "an error about the images", error["param"])


@group.check("a generation may be a form", only="lenient")
def a_generation_as_a_form(target: Target) -> None:
    expect.images(target.post_form(GENERATIONS, *target.edit_fields()))


@group.check("a variation needs only an image", only="lenient", needs=("variations",))
def a_bare_variation(target: Target) -> None:
    expect.images(target.post_form(VARIATIONS, file("image", pictures.photo(64, 64))))


NO_INTEGER = (
    "Invalid type for 'n': expected an integer, but got a string value that could not be converted into an integer."
)
NO_FILE = "Invalid type for 'image': expected one of an array of files or file, but got a string instead."
UNDECODABLE = "Invalid image file or mode for image 1, please check your image file."
IMAGES = "Unknown parameter: 'images'. For multipart/form-data use 'image' or 'image[]'."
NO_WORD = "Invalid value: ''. Supported values are: 'low', 'medium', 'high', and 'auto'."


def _add_rejected(
    name: str,
    sentence: str,
    parts: tuple[OutgoingPart, ...],
    param: str,
    code: str | None,
    message: str | None,
    *,
    error_type: str = "invalid_request_error",
    only: ValidationMode | None = None,
    image: bool = True,
) -> None:
    def run(target: Target) -> None:
        photo = (file("image", PHOTO),) if image else ()
        fields = (field("model", target.name), field("prompt", "a"))
        response = target.post_form(EDITS, *fields, *photo, *parts)
        expect.refusal(target, response, param, code, message=message, error_type=error_type)

    group.add(f"refuses-{name}", f"refuses {sentence}", run, only=only, needs=GPT)


for _value in ("abc", "2.5", ""):
    _add_rejected(
        f"n-{_value or 'empty'}", f"n={_value} in a form", (field("n", _value),), "n", "invalid_type", NO_INTEGER
    )
_add_rejected(
    "n-0",
    "n=0 in a form",
    (field("n", "0"),),
    "n",
    "integer_below_min_value",
    "Invalid 'n': integer below minimum value. Expected a value >= 1, but got 0 instead.",
)
_add_rejected("empty-quality", "an empty quality", (field("quality", ""),), "quality", "invalid_value", NO_WORD)
_add_rejected(
    "unknown-field", "an unknown field", (field("foo", "1"),), "foo", "unknown_parameter", "Unknown parameter: 'foo'."
)
_add_rejected(
    "unknown-list",
    "an unknown list",
    (field("foo[]", "1"),),
    "foo[]",
    "unknown_parameter",
    "Unknown parameter: 'foo[]'.",
)
_add_rejected(
    "unknown-file",
    "a file of an unknown name",
    (file("photo", PHOTO),),
    "photo",
    "unknown_parameter",
    "Unknown parameter: 'photo'.",
)
_add_rejected(
    "images",
    "the name images, which is for JSON",
    (file("images", PHOTO),),
    "images",
    "invalid_value",
    IMAGES,
    image=False,
)
_add_rejected(
    "no-image",
    "an edit without an image",
    (),
    "image",
    "missing_required_parameter",
    "Missing required parameter: 'image'.",
    image=False,
)
_add_rejected(
    "image-as-text",
    "an image that is text",
    (field("image", "cat.png"),),
    "image",
    "invalid_type",
    NO_FILE,
    image=False,
)
for _name, _data in (
    ("a-gif", b"GIF89a" + bytes(50)),
    ("junk", b"junk" * 20),
    ("an-empty-file", b""),
    ("half-a-png", PHOTO[:20]),
):
    _add_rejected(
        _name,
        f"{_name.replace('-', ' ')} as an image",
        (file("image", _data),),
        "image",
        "invalid_image_file",
        UNDECODABLE,
        error_type=USER,
        image=False,
    )
_add_rejected(
    "octets", "a file that is declared as octets, as upstream does", (file("image", PHOTO, content_type=OCTETS),), "image", "unsupported_file_mimetype",
    "Invalid file 'image': unsupported mimetype ('application/octet-stream'). Supported file formats are 'image/jpeg', 'image/png', and 'image/webp'.", only="strict", image=False,
)  # fmt: skip
_add_rejected(
    "no-type", "a file without a type or a name, as upstream does", (file("image", PHOTO, filename=None, content_type=None),), "image", "missing_file_mimetype",
    "Invalid file 'image': failed to determine mimetype. Ensure you are providing the file's mimetype as part of the 'Content-Type' header.", only="strict", image=False,
)  # fmt: skip

MALFORMED = {
    "nothing": (b"", FORM),
    "cut off": (b"--b\r\n", FORM),
    "without its last boundary": (form([field("prompt", "a")], boundary=b"b")[:-6], FORM),
    "of a boundary that is not named": (form([field("prompt", "a")], boundary=b"b"), "multipart/form-data"),
    "of another boundary": (form([field("prompt", "a")], boundary=b"c"), FORM),
    "with a part that has no name": (form([OutgoingPart(("X: y",), b"a")], boundary=b"b"), FORM),
    "with an endless header": (
        form([OutgoingPart((disposition("prompt"), "X: " + "y" * 100_000), b"a")], boundary=b"b"),
        FORM,
    ),
}


def _add_malformed(name: str, body: bytes, content_type: str) -> None:
    def run(target: Target) -> None:
        expect.error(target.post(EDITS, body, content_type))

    group.add(f"malformed-{name.replace(' ', '-')}", f"a form {name} is a 400", run)


for _name, (_body, _kind) in MALFORMED.items():
    _add_malformed(_name, _body, _kind)
FRAMINGS = {
    "a-preamble": ("text before the first boundary is ignored", b"A preamble.\r\n", b""),
    "padding": ("white space after a boundary is ignored", b"", b" \t"),
}


def _add_framing(name: str, sentence: str, preamble: bytes, padding: bytes) -> None:
    def run(target: Target) -> None:
        parts = [*target.edit_fields(), file("image", target.photo)]
        body = form(parts, boundary=b"b").replace(b"--b\r\n", b"--b" + padding + b"\r\n")
        expect.first_image(target.post(EDITS, preamble + body, FORM))

    group.add(name, sentence, run, needs=GPT)


for _name, (_sentence, _preamble, _padding) in FRAMINGS.items():
    _add_framing(_name, _sentence, _preamble, _padding)


def _add_long_boundary(length: int) -> None:
    def run(target: Target) -> None:
        boundary = b"b" * length
        body = form([field("prompt", "a")], boundary=boundary)
        expect.error(target.post(EDITS, body, f"multipart/form-data; boundary={boundary.decode()}"))

    group.add(f"a-boundary-of-{length}", f"a boundary of {length} characters does not crash the server", run)


for _length in (300, 5000):
    _add_long_boundary(_length)
