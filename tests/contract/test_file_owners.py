"""A key sees, reads, deletes and uses only the files that it uploaded, in every storage."""

import openai
import pytest

from buckets import bucket_settings
from limner.settings import Settings, Storage
from running import running_server
from tiny_engine import TinyEngine
from wire_pictures import picture

PNG = picture()
MINE, THEIRS = "sk-mine", "sk-theirs"


@pytest.fixture(scope="module", params=["disk", "s3"])
def storage(request, tmp_path_factory):
    if request.param == "s3":
        return Storage(backend="s3", s3=bucket_settings(request.getfixturevalue("s3_endpoint")))
    return Storage(folder=tmp_path_factory.mktemp("owners"))


@pytest.fixture(scope="module")
def clients(storage):
    """The official client with each of two keys, and a server without keys on the same storage."""
    settings = Settings(storage=storage, api_keys=(MINE, THEIRS))
    with (
        running_server(TinyEngine(), settings) as server,
        running_server(TinyEngine(), Settings(storage=storage)) as open_server,
        server.client(api_key=MINE) as mine,
        server.client(api_key=THEIRS) as theirs,
        open_server.client() as without_key,
    ):
        yield mine, theirs, without_key


def upload(client):
    return client.files.create(file=("a.png", PNG), purpose="vision").id


def edit(client, file_id):
    return client.post(
        "/images/edits", cast_to=object, body={"prompt": "a", "images": [{"file_id": file_id}], "size": "1024x1024"}
    )


@pytest.mark.parametrize(("owner", "other"), [(0, 1), (0, 2), (2, 0)], ids=["key", "no key", "from no key"])
def test_file_exists_only_for_its_owner(clients, owner, other):
    owner, other = clients[owner], clients[other]
    file_id = upload(owner)

    for ask in (other.files.retrieve, other.files.content, other.files.delete):
        with pytest.raises(openai.NotFoundError, match=f"No such File object: {file_id}"):
            ask(file_id)
    with pytest.raises(openai.BadRequestError, match=f"No such File object: {file_id}") as raised:
        edit(other, file_id)
    assert raised.value.param == "images[0].file_id"
    assert file_id not in [one.id for one in other.files.list()]

    assert owner.files.retrieve(file_id).bytes == len(PNG)
    assert owner.files.content(file_id).read() == PNG
    assert file_id in [one.id for one in owner.files.list()]
    assert edit(owner, file_id)["data"]
    assert owner.files.delete(file_id).deleted


def test_owner_is_not_part_of_the_answer(clients):
    uploaded = clients[0].files.create(file=("a.png", PNG), purpose="vision")

    assert "owner" not in uploaded.to_dict()
