"""Music, telephones, computers, lamps, books and paper."""

from limner_illustrator.catalog.records import icon
from limner_illustrator.catalog.thing import INK, Inscription

icon("abacus", nouns="abacus")
icon(
    "accordion",
    nouns="accordion, concertina",
    traits={"instrument", "played_behind"},
    height=0.35,
    home="stage",
)
icon("banjo", nouns="banjo", traits={"instrument"})
icon("battery", nouns="battery")
icon("bell", nouns="bell, church bell, cowbell, jingle bell, handbell, doorbell", height=0.25)
icon("blue-book", traits={"book"}, inscription=Inscription(box=(38, 22, 100, 84), color=(255, 236, 170), font="serif"))
icon(
    "books",
    nouns="books, stack of books, pile of books",
    traits={"book"},
    height=0.18,
    home="library",
    support=0.06,
    inscription=Inscription(box=(30, 46, 100, 70), color=(255, 255, 255), outline=INK),
)
icon("camera", nouns="camera, polaroid camera, vintage camera, digital camera", height=0.12)
icon("camera-with-flash", height=0.12)
icon("candle", nouns="candle, scented candle, tea light", main_color=(238, 238, 238), height=0.18, glow=0.8)
icon("clapper-board", nouns="clapperboard, clapper board")
icon(
    "closed-book",
    nouns=(
        "book, textbook, hardcover, diary, novel, paperback, notebook cover, bible, dictionary, "
        "书, 本, 책, книга, buch, libro, livre, livro"
    ),
    traits={"book"},
    height=0.23,
    inscription=Inscription(box=(38, 22, 100, 84), color=(255, 236, 170), font="serif"),
)
icon("computer-mouse", nouns="computer mouse, wireless mouse")
icon(
    "desktop-computer",
    nouns="computer, desktop computer, monitor, computer monitor, computer screen, pc, screen, imac",
    height=0.5,
    support=0.05,
    inscription=Inscription(box=(20, 14, 108, 62), color=(255, 255, 255)),
)
icon("diya-lamp", glow=0.7)
icon("drum", nouns="drum, snare drum", traits={"played_behind"}, height=0.4, home="stage")
icon("electric-plug", nouns="plug, power plug")
icon("film-projector", nouns="projector, film projector")
icon("flashlight", nouns="flashlight, torch light, headlamp", height=0.18, glow=0.4)
icon("floppy-disk", nouns="floppy disk, floppy, disk")
icon("flute", nouns="flute", near="panpipe")
icon("green-book", traits={"book"}, inscription=Inscription(box=(38, 22, 100, 84), color=(255, 236, 170), font="serif"))
icon(
    "headphone",
    nouns="headphones, headphone, earphones, headset, earbuds",
    kinds={"wearable"},
    height=0.2,
    worn_width=1.36,
    worn_depth=0.72,
)
icon("keyboard", nouns="keyboard, computer keyboard, mechanical keyboard", height=0.06)
icon("label", inscription=Inscription(box=(44, 44, 100, 100)))
icon(
    "laptop",
    nouns="laptop, laptop computer, notebook computer, macbook",
    height=0.26,
    support=0.7,
    inscription=Inscription(box=(20, 14, 108, 62), color=(255, 255, 255)),
)
icon(
    "light-bulb",
    nouns="light bulb, lightbulb, bulb",
    traits={"container", "see_through"},
    height=0.11,
    glow=0.8,
    tank=(0.7, 0.5, 0.62),
)
icon("long-drum", nouns="conga, djembe", traits={"played_behind"})
icon("magnifying-glass-tilted-left", nouns="magnifying glass, magnifier, loupe")
icon("maracas", nouns="maracas, maraca")
icon("megaphone", nouns="megaphone, bullhorn")
icon("microphone", nouns="microphone, mic", height=0.25, home="stage")
icon(
    "mobile-phone",
    nouns="phone, cell phone, smartphone, cellphone, mobile phone, iphone, mobile, phone screen, smartphone screen",
    near="tablet, ipad",
    height=0.15,
    inscription=Inscription(box=(38, 22, 90, 104), color=(255, 255, 255), patch=(40, 56, 90)),
)
icon("movie-camera", nouns="movie camera, film camera", height=0.35)
icon("musical-keyboard", nouns="musical keyboard, synthesizer", near="organ", traits={"played_behind"}, height=0.25)
icon("musical-note", height=0.3)
icon("musical-notes", nouns="musical notes, musical note, music note, music notes")
icon(
    "newspaper",
    nouns="newspaper",
    height=0.3,
    inscription=Inscription(box=(12, 22, 108, 44), font="serif", patch=(246, 244, 240)),
)
icon(
    "notebook",
    nouns="notebook, journal, sketchbook",
    traits={"book"},
    height=0.22,
    inscription=Inscription(box=(36, 22, 100, 62), patch=(250, 248, 240)),
)
icon(
    "notebook-with-decorative-cover",
    inscription=Inscription(box=(38, 22, 100, 84), color=(255, 236, 170), font="serif"),
)
icon(
    "open-book",
    nouns="open book, magazine, open notebook, open journal, open diary, open sketchbook",
    traits={"book"},
    height=0.22,
    support=0.3,
    inscription=Inscription(box=(14, 38, 60, 88), font="serif", patch=(250, 248, 240)),
)
icon("optical-disk", nouns="vinyl record, record, cd, vinyl, dvd disc")
icon(
    "orange-book", traits={"book"}, inscription=Inscription(box=(38, 22, 100, 84), color=(255, 236, 170), font="serif")
)
icon("page-facing-up", inscription=Inscription(box=(26, 38, 102, 112), patch=(255, 255, 255)))
icon("musical-score", nouns="sheet music, music sheet, score sheet, music score", height=0.3, home="table")
icon("page-with-curl", nouns="paper, sheet of paper, document, piece of paper")
icon("printer", nouns="printer", height=0.3, home="office")
icon("radio", nouns="radio, boombox", near="walkie-talkie, walkie talkie", height=0.25)
icon("red-paper-lantern", nouns="paper lantern, red lantern, chinese lantern", height=0.4, glow=0.7)
icon("saxophone", nouns="saxophone, sax", height=0.7, home="stage")
icon(
    "scroll",
    height=0.3,
    support=0.1,
    inscription=Inscription(box=(34, 20, 98, 92), font="serif", patch=(252, 238, 208)),
)
icon("studio-microphone", nouns="studio microphone")
icon("telephone", nouns="telephone, rotary phone, landline, old telephone", height=0.18)
icon(
    "television",
    nouns="tv, television, television set, tv set, flat screen tv",
    height=0.6,
    home="livingroom",
    support=0.06,
    inscription=Inscription(box=(18, 48, 84, 108), color=(255, 255, 255)),
)
icon("trombone", nouns="trombone")
icon("trumpet", nouns="trumpet, cornet, bugle", near="flugelhorn", height=0.35, home="stage")
icon("video-camera", nouns="camcorder, video camera", height=0.2)
icon("violin", nouns="violin, fiddle", near="viola", traits={"instrument"}, height=0.6, home="stage")
