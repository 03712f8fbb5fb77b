"""Lists of patterns that an owner has edited: what their entries mean, and what is said about mistakes."""

import pytest

from limner.access.moderation.pattern_list import read_pattern_list
from limner.access.moderation.patterns import BUILT_IN
from limner.access.moderation.registry import open_moderator
from limner.access.moderation.text_forms import forms_of
from limner.core.picture import Size
from limner.core.request import ImageRequest
from limner.settings import Moderation, SettingsError


def write(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "patterns.toml"
    path.write_bytes(text.encode(encoding))
    return path


def one_entry(tmp_path, entry, *, groups=""):
    """Whether prompts match a list with this entry only."""
    (category,) = read_pattern_list(write(tmp_path, f"[groups]\n{groups}\n[categories.brand]\nauto = ['{entry}']\n"))
    return lambda prompt: any(category.matches(form, is_low=False) for form in forms_of(prompt))


@pytest.mark.parametrize(
    ("entry", "matching", "other"),
    [
        ("acme", ["Acme", "the ACME-logo", "Ácme!", "acme"], ["acmes", "macme", "ac me"]),
        ("Äcme  Corp.", ["acme corp", "ACME_CORP", "acme, corp"], ["acme", "corp acme", "acme the corp"]),
        ("acm*", ["acm", "acme", "acmes"], ["macme", "ac"]),
        ("acm* corp", ["acme corp"], ["acme", "acme of corp"]),
        ("acme ~ rocket", ["acme rocket", "rocket by acme", "Acme's new rocket"], ["acme makes a big rocket", "acme"]),
        ("{brand}", ["acme", "big co"], ["big", "co"]),
        ("{brand} rocket", ["acme rocket", "big co rocket"], ["rocket acme"]),
        ("{brand} ~ {vehicle}", ["acme car", "a rocket of big co"], ["acme", "a rocket"]),
        (r"/ac?me( inc)?/", ["ame", "acme inc"], ["acmes", "ac me"]),
        (r"/{brand} (mark|mk) \d/", ["acme mark 5", "big co mk 2"], ["acme mark v"]),
    ],
)
def test_entry_matches_whole_words(tmp_path, entry, matching, other):
    matches = one_entry(tmp_path, entry, groups='brand = ["acme", "big co"]\nvehicle = ["car", "/rockets?/"]')

    assert [prompt for prompt in matching if not matches(prompt)] == []
    assert [prompt for prompt in other if matches(prompt)] == []


def test_allowed_phrase_does_not_join_its_neighbours(tmp_path):
    text = '[categories.brand]\nauto = ["acme", "big corp"]\nallowed = ["acme street", "old"]\n'
    (category,) = read_pattern_list(write(tmp_path, text))

    def is_blocked(prompt):
        return category.matches(forms_of(prompt)[0], is_low=False)

    assert not is_blocked("a house in Acme Street, Acme Street")
    assert is_blocked("the Acme house in Acme Street")
    assert not is_blocked("a big old corp")


def test_group_may_contain_groups_above_it(tmp_path):
    matches = one_entry(tmp_path, "{b} x", groups='a = ["one", "two"]\nb = ["{a}", "three"]')

    assert matches("two x")
    assert matches("three x")


async def check(moderator, prompt, level):
    request = ImageRequest(operation="generate", model="m", prompt=prompt, size=Size(64, 64), moderation=level)
    return await moderator.check(request)


@pytest.mark.parametrize(("level", "found"), [("auto", ["brand", "rivals"]), ("low", ["brand"])])
def test_edited_list_replaces_the_built_in_one(tmp_path, level, found):
    import asyncio

    path = write(tmp_path, '[categories.brand]\nlow = ["acme"]\n[categories.rivals]\nauto = ["globex"]\n')
    moderator = open_moderator(Moderation(provider="patterns", patterns_file=path), is_loopback=True)

    assert asyncio.run(check(moderator, "Acme and Globex, a naked child", level)) == found


def test_copy_of_the_built_in_list_is_valid(tmp_path):
    path = write(tmp_path, BUILT_IN.read_text(encoding="utf-8"))

    assert [one.name for one in read_pattern_list(path)] == [one.name for one in read_pattern_list(BUILT_IN)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("[categories.a]\nlow = [x]\n", "line 2", id="not TOML"),
        pytest.param("[categories.a]\nlow = ['x']\nlow = ['y']\n", "line 3", id="a key twice"),
        pytest.param("", "no table 'categories'", id="empty"),
        pytest.param("[category.a]\nlow = ['x']", "line 1: Unknown table 'category'", id="an unknown table"),
        pytest.param("categories = 'x'", "line 1: 'categories' must be a table", id="categories of the wrong type"),
        pytest.param("groups = 1\n", "line 1: 'groups' must be a table", id="groups of the wrong type"),
        pytest.param(
            "[categories]\na = 1", "line 2: category 'a': it must be a table", id="a category of another type"
        ),
        pytest.param("[categories.'A b']\nlow = []", "line 1: category 'A b': its name", id="a category's name"),
        pytest.param("[categories.a]\nhigh = ['x']", "line 2: category 'a': unknown list 'high'", id="a list's name"),
        pytest.param("[categories.a]\nlow = 'x'", "line 2: category 'a', low: it must be a list", id="no list"),
        pytest.param("[categories.a]\nlow = [1]", "line 2: category 'a', low: it must be a list", id="a number"),
        pytest.param("[categories.a]\nlow = [\n'x',\n'']", "line 4: category 'a', low: '' contains", id="nothing"),
        pytest.param("[categories.a]\nlow = ['!?']", "line 2: category 'a', low: '!?' in '!?' is not", id="no word"),
        pytest.param("[categories.a]\nlow = ['*']", "line 2: category 'a', low: '*' in '*' is not", id="only a star"),
        pytest.param("[categories.a]\nlow = ['x*y']", "line 2: category 'a', low: 'x*y' in", id="a star inside"),
        pytest.param("[categories.a]\nlow = ['x ~ ']", "line 2: category 'a', low: 'x ~ ' contains no", id="one side"),
        pytest.param("[categories.a]\nlow = ['x~y~z']", "line 2: category 'a', low: 'x~y~z' contains more", id="two ~"),
        pytest.param("[categories.a]\nlow = ['{x}']", "line 2: category 'a', low: '{x}' names the", id="no such group"),
        pytest.param("[categories.a]\nlow = ['{x y']", "line 2: category 'a', low: '{x' in '{x y' is", id="open brace"),
        pytest.param(
            "[categories.a]\nauto = ['/(x/']", "line 2: category 'a', auto: '/(x/' is not a valid", id="a regex"
        ),
        pytest.param("[categories.a]\nauto = ['/(?i)x/']", "line 2: category 'a', auto: '/(?i)x/' is not", id="a flag"),
        pytest.param(
            "[categories.a]\nauto = ['/(?P<n>x)/',\n'/(?P<n>y)/']",
            "line 2: category 'a', auto: not a valid",
            id="a name twice",
        ),
        pytest.param(
            "[groups]\nsexual = ['x']\n[categories.'sexual/minors']\nlow = ['x']\n[categories.sexual]\nlow = ['*']",
            "line 6: category 'sexual', low: '*' in",
            id="the same names above",
        ),
        pytest.param("[groups]\nG1 = []\n", "line 2: group 'G1': its name", id="a group's name"),
        pytest.param("[groups]\ng = ['{g}']\n", "line 2: group 'g': '{g}' names the unknown group", id="a circle"),
        pytest.param("[groups]\ng = [\n'x', '/[/']\n", "line 3: group 'g': '/[/' is not a valid", id="a group's regex"),
    ],
)
def test_mistake_is_reported_with_its_place(tmp_path, text, message):
    path = write(tmp_path, text)

    with pytest.raises(SettingsError) as error:
        read_pattern_list(path)

    assert str(path) in str(error.value)
    assert message in str(error.value)


def test_unreadable_lists_are_reported(tmp_path):
    with pytest.raises(SettingsError, match=r"absent\.toml' cannot be read: No such file"):
        open_moderator(Moderation(provider="patterns", patterns_file=tmp_path / "absent.toml"), is_loopback=True)
    with pytest.raises(SettingsError, match="not valid TOML"):
        read_pattern_list(write(tmp_path, "[categories.a]\nlow = ['é']", encoding="latin-1"))
