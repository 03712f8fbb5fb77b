import pytest

from limner.cli.names import Places, slug

PICTURE = b"\x89PNG and so on"


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        pytest.param("A cute baby sea otter!", "a-cute-baby-sea-otter", id="words"),
        pytest.param("A fox's den", "a-foxs-den", id="an apostrophe"),
        pytest.param("../../etc/passwd", "etc-passwd", id="a path"),
        pytest.param("?!", "picture", id="no words"),
        pytest.param("猫が海で泳ぐ", "猫が海で泳ぐ", id="another script"),
        pytest.param("Crème brûlée", "crème-brûlée", id="accents"),
    ],
)
def test_a_file_is_named_after_its_prompt(prompt, name):
    assert slug(prompt) == name


def test_a_long_prompt_ends_at_a_word():
    name = slug("a very long prompt " * 20)

    assert len(name) <= 60
    assert name.endswith(("-a", "-very", "-long", "-prompt"))


def test_a_picture_never_takes_the_place_of_another(tmp_path):
    (tmp_path / "cat.png").write_bytes(b"mine")

    path = Places(tmp_path, force=False).put(PICTURE, stem="cat")

    assert path == tmp_path / "cat-2.png"
    assert (tmp_path / "cat.png").read_bytes() == b"mine"


def test_force_overwrites_what_was_there_but_nothing_of_the_same_run(tmp_path):
    (tmp_path / "cat.png").write_bytes(b"old")
    places = Places(tmp_path, force=True)

    paths = [places.put(PICTURE, stem="cat") for _ in range(2)]

    assert [path.name for path in paths] == ["cat.png", "cat-2.png"]
    assert (tmp_path / "cat.png").read_bytes() == PICTURE


def test_nothing_half_written_is_left_when_the_folder_cannot_be_written(tmp_path):
    places = Places(tmp_path / "gone", force=False)

    with pytest.raises(FileNotFoundError):
        places.put(PICTURE, stem="cat")

    assert not list(tmp_path.iterdir())


def test_the_suffix_tells_what_the_file_holds(tmp_path):
    path = Places(tmp_path, force=False).put(b"RIFF....WEBPVP8 ", stem="cat")

    assert path.name == "cat.webp"
