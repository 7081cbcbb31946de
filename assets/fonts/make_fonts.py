"""Makes the bundled fonts from the released Inter (OpenType) and JetBrains Mono (TrueType) files.

usage: make_fonts.py FOLDER_WITH_RELEASED_FONTS OUT_FOLDER   (needs fontTools)

JavaFX and PDFBox want TrueType outlines, JavaFX knows no font features and only two weights of a family. So:
outlines become quadratic, tabular figures become the default ones, ligatures go, SemiBold becomes the family's bold,
and a few signs that the product needs are added from glyphs that are there.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

SCRIPTS = [
    (0x20, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x1E9E, 0x1E9E), (0x218, 0x21B), (0x2B0, 0x2FF),
    (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x45F), (0x1D00, 0x1D7F), (0x1E80, 0x1E85),
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218F), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x2300, 0x23FF), (0x2500, 0x257F), (0x2580, 0x259F), (0x25A0, 0x25FF), (0x2605, 0x2606),
    (0x2713, 0x2717), (0xFB01, 0xFB02), (0xFFFD, 0xFFFD),
]


def cut(font, features):
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.glyph_names = False
    s = subset.Subsetter(options)
    s.populate(unicodes=[c for a, b in SCRIPTS for c in range(a, b + 1)])
    s.subset(font)


def tabular(font):
    """Default digits become the tabular ones."""
    swap = {}
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for i in record.Feature.LookupListIndex:
                for sub in gsub.LookupList.Lookup[i].SubTable:
                    swap.update(getattr(sub, "ExtSubTable", sub).mapping)
    for table in font["cmap"].tables:
        for code, name in table.cmap.items():
            if 0x30 <= code <= 0x39 and name in swap:
                table.cmap[code] = swap[name]


def quadratic(font):
    order = font.getGlyphOrder()
    glyphs = font.getGlyphSet()
    table = newTable("glyf")
    table.glyphOrder = order
    table.glyphs = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, font["head"].unitsPerEm / 1000, reverse_direction=True))
        table.glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = table
    table.compile(font)
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for key in ("maxZones maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
                "maxSizeOfInstructions maxComponentElements maxPoints maxContours maxCompositePoints "
                "maxCompositeContours maxComponentDepth").split():
        setattr(maxp, key, 1 if key == "maxZones" else 0)
    maxp.recalc(font)
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"


def put(font, code, glyph, advance):
    name = "uni%04X" % code
    font.setGlyphOrder(font.getGlyphOrder() + [name])
    font["glyf"].glyphs[name] = glyph
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["hmtx"].metrics[name] = (advance, getattr(glyph, "xMin", 0))
    alias(font, code, name)


def alias(font, code, name):
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def drawn(boxes):
    pen = TTGlyphPen(None)
    for x0, y0, x1, y1 in boxes:
        pen.moveTo((x0, y0)); pen.lineTo((x0, y1)); pen.lineTo((x1, y1)); pen.lineTo((x1, y0)); pen.closePath()
    return pen.glyph()


def scaled(source, name, factor, dx, dy):
    pen = TTGlyphPen(None)
    source.getGlyphSet()[name].draw(TransformPen(pen, (factor, 0, 0, factor, dx, dy)))
    return pen.glyph()


def bounded(font, glyph):
    glyph.recalcBounds(font["glyf"])
    return glyph


def rename(font, family, style):
    name = font["name"]
    version = name.getDebugName(5)
    for record in list(name.names):
        if record.nameID in (1, 2, 3, 4, 6, 16, 17, 21, 22, 25):
            name.removeNames(nameID=record.nameID)
    full = family if style == "Regular" else f"{family} {style}"
    for key, text in {1: family, 2: style, 3: f"{version};{full}", 4: full,
                      6: f"{family.replace(' ', '')}-{style}"}.items():
        name.setName(text, key, 3, 1, 0x409)
    bold = style == "Bold"
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["head"].macStyle = 1 if bold else 0


def inter(source, style, stroke, out):
    font = TTFont(source)
    tabular(font)
    cut(font, ["kern", "mark", "mkmk", "ccmp"])
    quadratic(font)
    cmap = font.getBestCmap()
    alias(font, 0x2225, cmap[0x2016])  # parallel as the double bar
    plus = font["glyf"].glyphs[cmap[ord("+")]]
    plus.recalcBounds(font["glyf"])
    low, left, right = 0, plus.xMin, plus.xMax
    top, middle = font["OS/2"].sCapHeight, (left + right) / 2
    put(font, 0x22A5, bounded(font, drawn([(left, low, right, low + stroke),
        (round(middle - stroke / 2), low + stroke, round(middle + stroke / 2), top)])), font["hmtx"][cmap[ord("+")]][0])
    height = font["OS/2"].sCapHeight
    put(font, 0x1D40, bounded(font, scaled(font, cmap[ord("T")], 0.6, 0, round(height * 0.42))),
        round(font["hmtx"][cmap[ord("T")]][0] * 0.6))
    rename(font, "Inter", style)
    font.save(out)
    return font


def mono(source, sans, out):
    font = TTFont(source)
    cut(font, ["mark", "mkmk", "ccmp"])
    cmap = font.getBestCmap()
    alias(font, 0x2016, cmap[0x2225])
    width = font["hmtx"][cmap[ord("0")]][0]
    donor = sans.getBestCmap()
    for code in (0x21B5, 0x23CE, 0x207B, 0x207A, 0x2423):
        if code not in cmap and code in donor:
            room = sans["hmtx"][donor[code]][0]
            factor = min(width / room, font["head"].unitsPerEm / sans["head"].unitsPerEm)
            shift = round((width - room * factor) / 2)
            put(font, code, bounded(font, scaled(sans, donor[code], factor, shift, 0)), width)
    font["post"].formatType = 3.0
    rename(font, "JetBrains Mono", "Regular")
    font.save(out)


def main(released, out):
    released, out = Path(released), Path(out)
    out.mkdir(parents=True, exist_ok=True)
    find = lambda name: next(released.rglob(name))
    sans = inter(find("Inter-Regular.otf"), "Regular", 236, out / "Inter-Regular.ttf")
    inter(find("Inter-SemiBold.otf"), "Bold", 340, out / "Inter-SemiBold.ttf")
    mono(find("JetBrainsMono-Regular.ttf"), sans, out / "JetBrainsMono-Regular.ttf")


if __name__ == "__main__":
    main(*sys.argv[1:])
