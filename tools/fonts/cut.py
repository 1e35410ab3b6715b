"""Cuts the two faces of the theme from Source Serif 4 and Source Sans 3.

    npm install --no-save @fontsource-variable/source-serif-4@5.3.1 @fontsource-variable/source-sans-3@5.3.1
    python3 -m venv venv && venv/bin/pip install fonttools==4.68.0 brotli==1.2.1
    venv/bin/python tools/fonts/cut.py node_modules/@fontsource-variable

Pages get WOFF2, one file for Latin-1 and one for the rest of the Latin letters, which browsers
load only where a page has one. Share images get TTF with both and one weight each (`src/drawing`). "Source" is a
reserved name under the SIL Open Font Licence, so a changed file bears another one inside.
"""

import sys
from pathlib import Path

from fontTools.merge import Merger, Options as MergeOptions
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
PAGES = HERE.parent.parent / "themes/bba/static/assets/fonts"

# Latin-1, and the dashes, quotation marks and spaces that the program sets. Browsers learn of the
# same ranges in `style.css`.
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100), 0x131, 0x152, 0x153, 0x2C6, 0x2DA, 0x2DC,
         0x2009, *range(0x200A, 0x2010), *range(0x2010, 0x2016), *range(0x2018, 0x201F),
         0x2020, 0x2022, 0x2026, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044,
         0x2060, 0x20AC, 0x2122, 0x2212]
REST = [*range(0x100, 0x131), *range(0x132, 0x152), *range(0x154, 0x180), 0x192,
        *range(0x1CD, 0x1DD), *range(0x1FC, 0x220), 0x259, 0x2C7, *range(0x2D8, 0x2DA), 0x2DB,
        0x2DD, *range(0x1E80, 0x1E86), 0x1E9E, *range(0x1EF2, 0x1EF4)]
# Figures of one width stand only in tables, which are set in the sans.
FEATURES = {"Ankunft Serif": ["kern", "liga"], "Ankunft Sans": ["kern", "liga", "tnum"]}

# A title is set from 20 to 72 pixels: one optical size between text and display serves both.
SERIF = ("source-serif-4", "opsz", {"wght": 600, "opsz": 30}, "Ankunft Serif")
SANS = ("source-sans-3", "wght", {"wght": (400, 700)}, "Ankunft Sans")


def cut(package, axis, limits, name, letters, part):
    path = SOURCES / package / "files" / f"{package}-{part}-{axis}-normal.woff2"
    font = TTFont(path, recalcTimestamp=False)
    options = Options()
    options.layout_features = FEATURES.get(name, ["kern"])
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 6, 13, 14]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font = instantiateVariableFont(font, limits, inplace=True, updateFontNames=False)
    rename(font, name)
    return font


def rename(font, name):
    table = font["name"]
    texts = {1: name, 2: "Regular", 3: name, 4: name, 6: name.replace(" ", ""), 16: name}
    for record in list(table.names):
        if record.nameID in texts:
            table.setName(texts[record.nameID], record.nameID, record.platformID,
                          record.platEncID, record.langID)
        elif record.nameID not in (0, 13, 14):
            table.removeNames(nameID=record.nameID)


def write_page(font, file):
    font.flavor = "woff2"
    font.save(PAGES / file)
    print(file, (PAGES / file).stat().st_size)


def write_share(package, axis, limits, name, file):
    parts = []
    for part, letters in (("latin", LATIN), ("latin-ext", REST)):
        font = cut(package, axis, limits, name, letters, part)
        font.flavor = None
        for table in ("GSUB", "GDEF", "STAT"):  # kerning is all that one line needs
            if table in font:
                del font[table]
        parts.append(HERE / f".{part}.ttf")
        font.save(parts[-1])
    merged = Merger(options=MergeOptions(drop_tables=["STAT"])).merge([str(part) for part in parts])
    merged.recalcTimestamp = False
    merged.save(HERE / file)
    for part in parts:
        part.unlink()
    print(file, (HERE / file).stat().st_size)


def licence():
    """The licence, below the copyright that stands in each face."""
    lines = []
    for package, axis, *_ in (SERIF, SANS):
        font = TTFont(SOURCES / package / "files" / f"{package}-latin-{axis}-normal.woff2")
        lines.append(f"{package}: {font['name'].getDebugName(0)}")
    text = (SOURCES / SERIF[0] / "LICENSE").read_text()
    text = text[text.index("This Font Software"):]
    head = "Ankunft Serif and Ankunft Sans are cut from these faces and renamed:\n"
    for folder in (PAGES, HERE):
        (folder / "OFL.txt").write_text(head + "\n".join(lines) + "\n\n" + text)


SOURCES = Path(sys.argv[1])
PAGES.mkdir(parents=True, exist_ok=True)
for face, file in ((SERIF, "serif"), (SANS, "sans")):
    write_page(cut(*face, LATIN, "latin"), f"{file}.woff2")
    write_page(cut(*face, REST, "latin-ext"), f"{file}-ext.woff2")
write_share(*SERIF, "serif.ttf")
write_share(*SANS[:2], {"wght": 400}, "Ankunft Sans", "sans.ttf")
write_share(*SANS[:2], {"wght": 700}, "Ankunft Sans Bold", "sans-bold.ttf")
licence()
