"""Fetches the art with npm and packs it into the package's data. `python assets/pack.py` does it by hand.

What is fetched is in package.json and its lock, which has a hash of every package; npm checks them.
"""

import fcntl
import hashlib
import json
import shutil
import subprocess
import sys
import zlib
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import files
from pathlib import Path
from tempfile import TemporaryDirectory

from classes import write_classes
from fonts import write_fonts
from forms import DICTIONARY, write_english, write_forms
from icons import packed_icons, write_icons
from terms import write_terms
from wordnet import anchors, english_words, fold, read_wordnet, write_nouns
from words import english, read_nouns, write_words

ASSETS = Path(__file__).resolve().parent
LOCK = ASSETS / "package-lock.json"
DATA = "src/limner_illustrator/data"
PACKAGE = "src/limner_illustrator"
NO_NPM = (
    "Limner's art is fetched with npm when it is installed from source, and npm was not found. "
    "Install it (Debian: apt-get install npm) and try again."
)


class PackError(RuntimeError):
    """The art cannot be fetched."""


def pack(root: Path) -> None:
    """Fills `root`/src/limner_illustrator/data, unless the same scripts made what is there from the same lock."""
    data = root / DATA
    stamp = data / "stamp.txt"
    wanted = _stamp(root)
    with LOCK.open(encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two installations at once would pull node_modules from under each other
        if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
            return
        fetch()
        with TemporaryDirectory() as folder:
            fill(Path(folder), root)
            data.mkdir(parents=True, exist_ok=True)
            for path in Path(folder).iterdir():
                shutil.copyfile(path, data / path.name)
        stamp.write_text(wanted, encoding="ascii")


def fill(folder: Path, root: Path) -> None:
    """Fonts and inflected forms take three quarters of the time and need nothing else: own processes make them."""
    modules = ASSETS / "node_modules"
    nouns = read_nouns(root / PACKAGE)
    with ProcessPoolExecutor(max_workers=2) as pool:
        slow = [
            pool.submit(write_fonts, modules, folder),
            pool.submit(write_forms, modules, nouns, root / PACKAGE, folder / "forms.txt"),
        ]
        write_lists(modules, nouns, folder)
        write_english(folder / "english.txt")
        for part in slow:
            part.result()
    write_licenses(modules, folder / "LICENSES.txt")


def write_lists(modules: Path, nouns: dict[str, str], folder: Path) -> None:
    labels, _ = english(modules)
    groups = {name: group for name, (_, group) in packed_icons(modules).items()}
    write_icons(modules, folder / "icons.bin")
    write_words(modules, nouns, english_words(modules), folder / "words.bin")
    net = read_wordnet(modules)
    anchored = anchors(net, nouns, labels, groups)
    drawn = fold(net, anchored, frozenset(nouns) | frozenset(labels))
    write_nouns(drawn, folder / "nouns.bin")
    people = {synset: drawing for synset, drawing in anchored.items() if drawing.startswith("figure:")}
    # The features of a noun that a record gives to a generic form are still those of its class.
    known = {noun for one in (nouns, drawn) for noun, drawing in one.items() if not drawing.startswith("own:generic-")}
    write_classes(modules, net, frozenset(known) | frozenset(labels), people, folder / "classes.txt")
    by_drawing = json.loads(zlib.decompress((folder / "nouns.bin").read_bytes()))
    named = {noun for noun, drawing in nouns.items() if drawing != "nothing"} | set(labels)
    write_terms(net, frozenset(named.union(*by_drawing.values())), folder / "terms.bin")


def fetch() -> None:
    """Raises PackError, with what npm said, if the packages do not arrive whole."""
    npm = shutil.which("npm")
    if npm is None:
        raise PackError(NO_NPM)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=ASSETS, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PackError(f"npm could not fetch Limner's art:\n{done.stderr.strip()}")


def write_licenses(modules: Path, target: Path) -> None:
    """Each package's own text, or where it has none the name of its licence; NOTICE says whose work it is."""
    texts = []
    for package in sorted(json.loads((ASSETS / "package.json").read_text(encoding="utf-8"))["dependencies"]):
        folder = modules / package
        file = next(folder.glob("LICENSE*"), None)
        named = json.loads((folder / "package.json").read_text(encoding="utf-8"))["license"]
        text = file.read_text(encoding="utf-8") if file else f"Licence: {named}. See NOTICE."
        texts.append(f"{package}\n{'=' * 78}\n\n{text.strip()}\n")
    lemmas = [str(path.locate()) for path in files("simplemma") or () if path.name == "LICENSE"]
    texts += [f"simplemma\n{'=' * 78}\n\n{Path(path).read_text(encoding='utf-8').strip()}\n" for path in lemmas]
    target.write_text("\n\n".join(texts), encoding="utf-8")


def _stamp(root: Path) -> str:
    digest = hashlib.sha256()
    for path in [*sorted(ASSETS.glob("*.py")), LOCK]:
        digest.update(path.read_bytes())
    digest.update((root / PACKAGE / DICTIONARY).read_bytes())
    digest.update(json.dumps(read_nouns(root / PACKAGE), sort_keys=True).encode())
    return digest.hexdigest()


if __name__ == "__main__":
    try:
        pack(ASSETS.parent)
    except PackError as error:
        sys.exit(str(error))
