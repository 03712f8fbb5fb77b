"""Packs the faces for lettering: joins the woff2 subsets of each into one TrueType file, without hinting."""

import logging
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger, Options
from fontTools.subset import Options as SubsetOptions
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

LATIN = ("latin", "latin-ext")
FACES: dict[str, tuple[tuple[str, int, tuple[str, ...]], ...]] = {
    "script": (("pacifico", 400, (*LATIN, "cyrillic", "cyrillic-ext", "vietnamese")),),
    "round": (("fredoka", 600, (*LATIN, "hebrew")), ("noto-sans", 700, ("latin-ext", "vietnamese"))),
    "serif": (("playfair-display", 700, (*LATIN, "cyrillic", "vietnamese")),),
    "comic": (("bangers", 400, (*LATIN, "vietnamese")), ("noto-sans", 700, ("latin-ext",))),
    "hand": (("caveat", 700, (*LATIN, "cyrillic", "cyrillic-ext")),),
    "sans": (("noto-sans", 700, (*LATIN, "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese")),),
    "text": (("noto-sans", 400, (*LATIN, "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese")),),
    "arabic": (("noto-sans-arabic", 700, ("arabic", *LATIN)),),
    "hebrew": (("noto-sans-hebrew", 700, ("hebrew", *LATIN)),),
    "devanagari": (("noto-sans", 700, ("devanagari", *LATIN)),),
    "cjk": (
        ("noto-sans-jp", 700, ("latin", "japanese")),
        ("noto-sans-sc", 700, ("chinese-simplified",)),
        ("noto-sans-kr", 700, ("korean",)),
    ),
}
"""File name -> (package, weight, subsets) of the parts; where parts overlap, the first has the letter."""

UNUSED = ("DSIG", "STAT", "meta", "MATH", "BASE", "vhea", "vmtx", "fpgm", "prep", "cvt ", "hdmx", "gasp", "VORG")


def write_fonts(node_modules: Path, folder: Path) -> None:
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    for name, parts in FACES.items():
        sources = [
            node_modules / f"@fontsource/{package}/files/{package}-{subset}-{weight}-normal.woff2"
            for package, weight, subsets in parts
            for subset in subsets
        ]
        font = joined(sources)
        rename(font, f"Limner {name.title()}")
        font.save(folder / f"font-{name}.ttf")


def joined(sources: list[Path]) -> TTFont:
    seen: set[int] = set()
    with TemporaryDirectory() as folder:
        files = []
        for number, source in enumerate(sources):
            font = TTFont(source)
            wanted = set(font.getBestCmap()) - seen
            if not wanted:
                continue
            seen |= wanted
            reduce_to(font, wanted)
            files.append(str(Path(folder) / f"{number}.ttf"))
            font.save(files[-1])
        if len(files) == 1:
            return TTFont(files[0], lazy=False)
        return Merger(options=Options(drop_tables=list(UNUSED))).merge(files)


def rename(font: TTFont, family: str) -> None:
    """The joined face is a modified version, and the name of one of them (Playfair Display) is reserved."""
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (1, 3, 4, 6, 16, 17, 21, 22):
            names.removeNames(nameID=record.nameID)
    for name_id, text in ((1, family), (3, family), (4, family), (6, family.replace(" ", ""))):
        names.setName(text, name_id, 3, 1, 0x409)


def reduce_to(font: TTFont, letters: set[int]) -> None:
    font.flavor = None
    options = SubsetOptions()
    options.hinting = False
    options.layout_features = ["*"]
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables = [*options.drop_tables, *UNUSED]
    subsetter = Subsetter(options=options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
