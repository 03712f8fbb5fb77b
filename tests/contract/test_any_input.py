"""Any input gets a picture or a readable error, never a 500."""

import json
from urllib.parse import quote

import httpx2
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from limner.families.registry import FAMILIES
from raw_http import form
from wire_pictures import data_url, mask, picture

GENERATIONS, EDITS, VARIATIONS = "/v1/images/generations", "/v1/images/edits", "/v1/images/variations"
PNG = picture(mode="RGBA")
bounded = settings(
    max_examples=150,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

PARAMETERS = sorted(
    {name for family in FAMILIES.values() for table in family.lenient.params.values() for name in table}
)
SMALL = {"size": "64x64", "model": "gpt-image-1", "prompt": "a"}

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
    | st.sampled_from(
        ["auto", "low", "png", "1x1", "64x64", "999999999x1", "url", "data:image/png;base64,", "null", "alpha"]
    )
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["image_url", "file_id", "name", "scale", "type"]) | st.text("ab", max_size=3),
            inner,
            max_size=3,
        )
    ),
    max_leaves=5,
)


@pytest.fixture(params=["lenient", "strict"], scope="module")
def client(request, shared, shared_strict):
    server = {"lenient": shared, "strict": shared_strict}[request.param]
    with httpx2.Client(base_url=server.address, timeout=30) as client:
        yield client


def check(answer):
    if answer.status_code == 200:
        return
    assert 400 <= answer.status_code < 500, answer.text
    error = answer.json()["error"]
    assert set(error) == {"message", "type", "param", "code"}
    assert isinstance(error["message"], str)
    assert error["message"]


def send_json(client, path, value):
    check(client.post(path, content=json.dumps(value).encode(), headers={"content-type": "application/json"}))


@bounded
@given(
    path=st.sampled_from([GENERATIONS, EDITS, VARIATIONS, "/v1/files"]),
    kind=st.sampled_from(
        ["application/json", "multipart/form-data; boundary=b", "multipart/form-data; boundary", "text/x", ""]
    ),
    body=st.binary(max_size=300),
)
def test_random_bytes_are_answered(client, path, kind, body):
    check(client.post(path, content=body, headers={"content-type": kind}))


@bounded
@given(cut=st.integers(0, 400), junk=st.binary(max_size=20))
@pytest.mark.parametrize("kind", ["json", "form"])
def test_damaged_body_is_answered(client, kind, cut, junk):
    if kind == "json":
        body = json.dumps({**SMALL, "images": [{"image_url": data_url(PNG)}]}).encode()
        headers = {"content-type": "application/json"}
    else:
        body = form(
            b"b",
            ([b'Content-Disposition: form-data; name="prompt"'], b"a"),
            ([b'Content-Disposition: form-data; name="image"; filename="a.png"', b"Content-Type: image/png"], PNG),
        )
        headers = {"content-type": "multipart/form-data; boundary=b"}

    check(client.post(EDITS, content=body[:cut] + junk + body[cut + len(junk) :], headers=headers))


@bounded
@given(name=st.sampled_from(PARAMETERS), value=values, operation=st.sampled_from([GENERATIONS, EDITS]))
@example(name="seed", value=2**64, operation=GENERATIONS)
@example(name="n", value=10**40, operation=GENERATIONS)
@example(name="strength", value=1e308, operation=GENERATIONS)
@example(name="mask", value={"image_url": None, "file_id": None}, operation=EDITS)
@example(name="images", value=[{"file_id": "file-\x00"}], operation=EDITS)
@example(name="images", value=[{"file_id": "x" * 5000}], operation=EDITS)
def test_any_value_of_any_parameter_is_answered(client, name, value, operation):
    params = {**SMALL, **({"images": [{"image_url": data_url(PNG)}]} if operation == EDITS else {}), name: value}
    send_json(client, operation, params)


@bounded
@given(params=st.dictionaries(st.sampled_from(PARAMETERS) | st.text(max_size=10), values, max_size=6))
def test_any_object_is_answered(client, params):
    send_json(client, GENERATIONS, {**SMALL, **params})


names = st.sampled_from([*PARAMETERS, "image[]", "image[0]", "images[][x]", "", "a b", 'q"q']) | st.text(max_size=8)
contents = st.sampled_from([PNG, mask(), b"", b"null", b"1", b"true", b"\xff"]) | st.binary(max_size=40)
lines = st.sampled_from(
    [
        b"Content-Type: image/png",
        b"Content-Type: application/json",
        b"Content-Type:",
        b"Content-Transfer-Encoding: base64",
        b"X: \xe9",
        b"Content-Disposition: form-data; name=n",
    ]
)


@bounded
@given(
    path=st.sampled_from([GENERATIONS, EDITS, VARIATIONS, "/v1/files"]),
    parts=st.lists(
        st.tuples(names, st.none() | st.text(max_size=8), st.lists(lines, max_size=2), contents), max_size=4
    ),
)
def test_any_form_is_answered(client, path, parts):
    made = []
    for name, filename, extra, content in parts:
        end = f"; filename=\"{filename}\"; filename*=x''{filename}" if filename is not None else ""
        disposition = f'Content-Disposition: form-data; name="{name}"{end}'.encode("utf-8", "replace")
        made.append(([disposition.replace(b"\r", b"").replace(b"\n", b""), *extra], content))
    usual = [
        ([f'Content-Disposition: form-data; name="{name}"'.encode()], value.encode()) for name, value in SMALL.items()
    ]

    body = form(b"limner-b", *usual, *made)

    check(client.post(path, content=body, headers={"content-type": "multipart/form-data; boundary=limner-b"}))


@bounded
@given(
    data=st.binary(max_size=80),
    start=st.sampled_from(
        [PNG[:8], PNG[:33], PNG[:60], b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBPVP8 ", b"RIFF\0\0\0\0WEBPVP8X", b""]
    ),
)
def test_any_bytes_for_a_picture_are_answered(client, start, data):
    image = {"image_url": data_url(start + data)}

    send_json(client, EDITS, {**SMALL, "images": [image], "mask": image})


@bounded
@given(
    path=st.text(st.characters(codec="latin-1", exclude_characters="\r\n #?"), max_size=20),
    query=st.text("abc=&%0", max_size=20),
)
def test_any_path_is_answered(client, path, query):
    for prefix in ("/pictures/", "/v1/models/", "/v1/files/", "/"):
        check(client.get(f"{prefix}{quote(path, safe='/%')}?{query}", follow_redirects=True))
