import pytest

from limner.cli.backend import BackendError
from limner.cli.output_files import OutputFiles, file_stem

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
def test_file_stem_contains_words_of_the_prompt(prompt, name):
    assert file_stem(prompt) == name


def test_file_stem_of_a_long_prompt_ends_at_a_word():
    name = file_stem("a very long prompt " * 20)

    assert len(name) <= 60
    assert name.endswith(("-a", "-very", "-long", "-prompt"))


def test_existing_file_is_not_overwritten(tmp_path):
    (tmp_path / "cat.png").write_bytes(b"mine")

    path = OutputFiles(tmp_path, force=False).write(PICTURE, stem="cat")

    assert path == tmp_path / "cat-2.png"
    assert (tmp_path / "cat.png").read_bytes() == b"mine"


def test_force_overwrites_only_files_of_earlier_runs(tmp_path):
    (tmp_path / "cat.png").write_bytes(b"old")
    files = OutputFiles(tmp_path, force=True)

    paths = [files.write(PICTURE, stem="cat") for _ in range(2)]

    assert [path.name for path in paths] == ["cat.png", "cat-2.png"]
    assert (tmp_path / "cat.png").read_bytes() == PICTURE


def test_failed_write_leaves_no_partial_file(tmp_path):
    files = OutputFiles(tmp_path / "gone", force=False)

    with pytest.raises(FileNotFoundError):
        files.write(PICTURE, stem="cat")

    assert not list(tmp_path.iterdir())


def test_bytes_that_are_no_image_are_an_error_that_names_their_origin(tmp_path):
    files = OutputFiles(tmp_path, force=False)

    with pytest.raises(BackendError, match="What the server returned is not an image in the format PNG, JPEG or WebP"):
        files.write(b"<html>not found</html>", stem="cat", origin="What the server returned")

    assert not list(tmp_path.iterdir())


def test_suffix_matches_the_format_of_the_data(tmp_path):
    path = OutputFiles(tmp_path, force=False).write(b"RIFF....WEBPVP8 ", stem="cat")

    assert path.name == "cat.webp"
