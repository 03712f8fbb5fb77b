"""Function words of other languages with their English meaning, and the words that identify each language.

Covers articles, numbers, colours, prepositions and verbs. The lexicon covers nouns.
"""

from limner_illustrator.language.vocabulary.glosses import IDENTIFYING_MATERIALS, make_phrases

ENGLISH = frozenset(
    word
    for word in [
        "a",
        "an",
        "the",
        "of",
        "with",
        "and",
        "in",
        "on",
        "at",
        "is",
        "are",
        "to",
        "by",
        "for",
        "from",
        "under",
        "over",
        "next",
        "near",
        "two",
        "three",
        "his",
        "her",
        "its",
        "make",
        "add",
        "remove",
        "replace",
        "put",
        "change",
        "turn",
    ]
)

# Words that are also English do not identify a language.
AMBIGUOUS = frozenset(
    word
    for word in [
        "no",
        "do",
        "as",
        "dos",
        "in",
        "die",
        "den",
        "am",
        "an",
        "on",
        "me",
        "i",
        "e",
        "o",
        "a",
        "z",
        "w",
        "u",
        "cane",
        "hut",
        "chat",
        "chats",
        "court",
        "boot",
        "vis",
        "rent",
        "bos",
        "stern",
        "rosa",
        "orange",
        "rose",
        "violet",
        "tables",
        "come",
        "lit",
        "sept",
        "dix",
        "table",
        "so",
        "port",
        "viola",
        "bar",
        "was",
        "war",
    ]
)

# Colours as stem and inflected endings.
_COLORS = {
    "fr": (
        "rouge/s=red bleu//s/e/es=blue vert//s/e/es=green jaune//s=yellow noir//s/e/es=black blanc//s/he/hes=white "
        "gris//e/es=gray rose//s=pink orange//s=orange violet//s/te/tes=purple brun//s/e/es=brown marron=brown "
        "doré//e/s=gold"
    ),
    "es": (
        "roj/o/a/os/as=red azul//es=blue verde//s=green amarill/o/a/os/as=yellow negr/o/a/os/as=black "
        "blanc/o/a/os/as=white gris//es=gray rosa//s=pink naranja//s=orange morad/o/a/os/as=purple marrón=brown "
        "dorad/o/a/os/as=gold"
    ),
    "it": (
        "ross/o/a/i/e=red blu=blue azzurr/o/a/i/e=cyan verd/e/i=green giall/o/a/i/e=yellow ner/o/a/i/e=black "
        "bianc/o/a/hi/he=white grigi/o/a/e=gray rosa=pink arancione=orange viola=purple marrone=brown "
        "dorat/o/a/i/e=gold"
    ),
    "pt": (
        "vermelh/o/a/os/as=red azu/l/is=blue verde//s=green amarel/o/a/os/as=yellow pret/o/a/os/as=black "
        "negr/o/a/os/as=black branc/o/a/os/as=white cinza//s=gray rosa=pink laranja=orange rox/o/a/os/as=purple "
        "marrom=brown"
    ),
    "de": (
        "rot//e/er/es/en/em=red blau//e/er/es/en/em=blue grün//e/er/es/en/em=green gelb//e/er/es/en/em=yellow "
        "schwarz//e/er/es/en/em=black weiß//e/er/es/en/em=white grau//e/er/es/en/em=gray rosa=pink "
        "orange//ne/ner/nes=orange lila=purple braun//e/er/es/en/em=brown golden//e/er/es/en/em=gold"
    ),
    "nl": (
        "rood=red rode=red blauw//e=blue groen//e=green geel=yellow gele=yellow zwart//e=black wit=white "
        "witte=white grijs=gray grijze=gray roze=pink oranje=orange paars//e=purple bruin//e=brown gouden=gold"
    ),
    "ru": (
        "красн/ый/ая/ое/ые/ого/ой/ом/ым/ую=red син/ий/яя/ее/ие/его/ей/ем/юю=blue "
        "зелён/ый/ая/ое/ые/ого/ой/ом/ую=green зелен/ый/ая/ое/ые/ого/ой/ом/ую=green "
        "жёлт/ый/ая/ое/ые/ого/ой/ом/ую=yellow желт/ый/ая/ое/ые/ого/ой/ом/ую=yellow "
        "чёрн/ый/ая/ое/ые/ого/ой/ом/ую=black черн/ый/ая/ое/ые/ого/ой/ом/ую=black бел/ый/ая/ое/ые/ого/ой/ом/ую=white"
        " сер/ый/ая/ое/ые/ого/ой/ом/ую=gray розов/ый/ая/ое/ые/ого/ой/ом/ую=pink "
        "оранжев/ый/ая/ое/ые/ого/ой/ом/ую=orange фиолетов/ый/ая/ое/ые/ого/ой/ом/ую=purple "
        "коричнев/ый/ая/ое/ые/ого/ой/ом/ую=brown"
    ),
}

# phrase=meaning; underscores stand for spaces. An empty meaning: an article or filler.
_WORDS = {
    "fr": (
        "porte_un=with_a porte_une=with_a fumante=steaming fumant=steaming rebord_de_fenêtre=windowsill "
        "pendant=during falaise=cliff pile_de=pile_of souffle=blowing soufflant=blowing contre=against "
        "chat=cat chats=cats chatte=cat souris=mouse pomme=apple pommes=apples un=a une=a le=the la=the les=the "
        "des=some du=of_the de=of d= l= au=in_the aux=in_the et=and avec=with sans=without sur=on sous=under "
        "dans=in devant=in_front_of derrière=behind entre=between à_côté_de=next_to près_de=near au-dessus_de=above"
        " en=in deux=two trois=three quatre=four cinq=five six=six sept=seven huit=eight dix=ten petit=small "
        "petite=small petits=small grand=large grande=large vieux=old vieil=old vieille=old dort=sleeping "
        "dorment=sleeping dormant=sleeping mange=eating mangent=eating mangeant=eating boit=drinking "
        "lit_un=reading_a joue=playing jouent=playing court=running courent=running vole=flying volent=flying "
        "nage=swimming nagent=swimming danse=dancing dansent=dancing assis=sitting assise=sitting porte=wearing "
        "portant=wearing tient=holding tenant=holding regarde=looking_at monte=riding à_vélo=on_a_bicycle qui= "
        "plage=beach forêt=forest mer=sea neige=snow nuit=night pluie=rain jardin=garden ville=city "
        "coucher_de_soleil=sunset"
    ),
    "es": (
        "cruzando=crossing cruza=crossing "
        "al_anochecer=at_dusk anochecer=dusk nenúfar=lily_pad "
        "bandera=flag plantando=planting marte=mars en_marte=on_mars trenzas=braids regazo=lap "
        "pila_de=pile_of apoyado_contra=leaning_against apoyada_contra=leaning_against "
        "pelota=ball pelotas=balls mesa=table mesas=tables silla=chair perro=dog perros=dogs un=a una=a unos=some "
        "unas=some el=the la=the los=the las=the de=of del=of_the al=to_the y=and e=and con=with sin=without "
        "sobre=on en_la_mesa=on_the_table en=in bajo=under debajo_de=under delante_de=in_front_of detrás_de=behind "
        "entre=between junto_a=next_to al_lado_de=next_to cerca_de=near encima_de=on_top_of dentro_de=inside "
        "dos=two tres=three cuatro=four cinco=five seis=six siete=seven ocho=eight pequeño=small pequeña=small "
        "gran=large grande=large durmiendo=sleeping duerme=sleeping comiendo=eating come=eating bebiendo=drinking "
        "bebe=drinking leyendo=reading lee=reading jugando=playing juega=playing corriendo=running corre=running "
        "volando=flying vuela=flying nadando=swimming nada=swimming bailando=dancing baila=dancing sentado=sitting "
        "sentada=sitting sentados=sitting montando=riding lleva=wearing llevando=wearing sosteniendo=holding "
        "sostiene=holding mirando=looking_at que= noche=night playa=beach mar=sea bosque=forest nieve=snow "
        "lluvia=rain ciudad=city montaña=mountain jardín=garden atardecer=sunset"
    ),
    "it": (
        "attraversa=crossing accese=lit "
        "davanti_al=in_front_of_the davanti_alla=in_front_of_the cavalletto=easel assaggia=tasting "
        "pila_di=pile_of appoggiato_a=leaning_against appoggiata_a=leaning_against "
        "cane=dog cani=dogs gatti=cats tavolo=table mela=apple un=a uno=a una=a un'=a il=the lo=the la=the i=the "
        "gli=the le=the di=of del=of_the della=of_the dei=of_the e=and ed=and con=with senza=without su=on sul=on "
        "sulla=on sullo=on sotto=under in=in nel=in nella=in nello=in davanti_a=in_front_of dietro=behind "
        "tra=between fra=between accanto_a=next_to vicino_a=near sopra=above dentro=inside al=at_the due=two "
        "tre=three quattro=four cinque=five sei=six piccolo=small piccola=small grande=large dorme=sleeping "
        "dormono=sleeping dormendo=sleeping mangia=eating mangiano=eating mangiando=eating beve=drinking "
        "legge=reading gioca=playing giocano=playing corre=running corrono=running vola=flying volano=flying "
        "nuota=swimming balla=dancing seduto=sitting seduta=sitting cavalca=riding indossa=wearing tiene=holding "
        "guarda=looking_at che= notte=night spiaggia=beach mare=sea foresta=forest bosco=forest neve=snow "
        "pioggia=rain città=city montagna=mountain giardino=garden tramonto=sunset"
    ),
    "pt": (
        "cruzando=crossing atravessando=crossing "
        "num=in_a numa=in_a "
        "pilha_de=pile_of empinando=flying encostado_em=leaning_against encostada_em=leaning_against "
        "mesa=table cão=dog cachorro=dog um=a uma=a uns=some umas=some o=the os=the as=the de=of do=of_the "
        "da=of_the dos=of_the das=of_the e=and com=with sem=without sobre=on em=in no=in_the na=in_the nos=in_the "
        "nas=in_the ao=at_the à=at_the sob=under embaixo_de=under debaixo_de=under na_frente_de=in_front_of "
        "em_frente_a=in_front_of atrás_de=behind entre=between ao_lado_de=next_to perto_de=near "
        "em_cima_de=on_top_of dentro_de=inside dois=two duas=two três=three quatro=four cinco=five seis=six "
        "pequeno=small pequena=small grande=large dormindo=sleeping dorme=sleeping comendo=eating come=eating "
        "bebendo=drinking lendo=reading lê=reading brincando=playing correndo=running corre=running voando=flying "
        "voa=flying nadando=swimming dançando=dancing sentado=sitting sentada=sitting montando=riding "
        "andando_de=riding usando=wearing vestindo=wearing segurando=holding olhando_para=looking_at que= "
        "noite=night praia=beach mar=sea floresta=forest neve=snow chuva=rain cidade=city montanha=mountain "
        "jardim=garden pôr_do_sol=sunset barco=boat"
    ),
    "de": (
        "leere=empty leerer=empty runden=round runder=round runde=round zieht=pulling rücken=back "
        "lehnt_an=leaning_against lehnt_gegen=leaning_against gegen=against "
        "hut=hat bär=bear stern=star ein=a eine=a einen=a einem=a einer=a eines=a der=the die=the das=the den=the "
        "dem=the des=of_the und=and mit=with ohne=without auf=on unter=under in=in im=in_the ins=into_the am=at_the"
        " vor=in_front_of hinter=behind zwischen=between neben=next_to bei=near über=above von=of vom=of_the "
        "zwei=two drei=three vier=four fünf=five sechs=six sieben=seven acht=eight zehn=ten klein=small "
        "kleine=small kleiner=small kleines=small kleinen=small groß=large große=large großer=large großes=large "
        "großen=large alte_frau=old_woman alter_mann=old_man schläft=sleeping schlafen=sleeping schlafend=sleeping "
        "frisst=eating isst=eating essen=eating trinkt=drinking liest=reading spielt=playing spielen=playing "
        "rennt=running läuft=running fliegt=flying fliegen=flying schwimmt=swimming schwimmen=swimming "
        "tanzt=dancing tanzen=dancing sitzt=sitting sitzen=sitting steht=standing reitet_auf=riding reitet=riding "
        "trägt=wearing hält=holding schaut=looking der_ein=a nacht=night strand=beach wald=forest schnee=snow "
        "regen=rain stadt=city meer=sea berge=mountains garten=garden sonnenuntergang=sunset wiese=meadow"
    ),
    "nl": (
        "stapel=stack_of "
        "sokken=socks breit=knitting "
        "bouwen=building bouwt=building bevroren=frozen "
        "kanaal=canal gracht=canal tegen=against leunt_tegen=leaning_against "
        "een=a de=the het=the van=of en=and met=with zonder=without op=on onder=under in=in bij=at voor=in_front_of"
        " achter=behind tussen=between naast=next_to boven=above twee=two drie=three vier=four vijf=five zes=six "
        "klein=small kleine=small grote=large groot=large slaapt=sleeping slapende=sleeping eet=eating "
        "drinkt=drinking leest=reading speelt=playing rent=running vliegt=flying zwemt=swimming danst=dancing "
        "zit=sitting zittend=sitting staat=standing draagt=wearing houdt=holding kijkt_naar=looking_at die= dat= "
        "boom=tree bomen=trees nacht=night strand=beach bos=forest sneeuw=snow regen=rain stad=city zee=sea "
        "bergen=mountains tuin=garden zonsondergang=sunset huis=house hond=dog kat=cat paard=horse tafel=table "
        "stoel=chair vogel=bird vis=fish boot=boat"
    ),
    "ru": (
        "рыжий=orange рыжая=orange рыжего=orange подоконнике=windowsill "
        "и=and с=with со=with без=without на=on под=under в=in во=in перед=in_front_of за=behind между=between "
        "рядом_с=next_to около=near над=above у=near два=two две=two три=three четыре=four пять=five шесть=six "
        "маленький=small маленькая=small маленькое=small большой=large большая=large большое=large спит=sleeping "
        "спящий=sleeping спящая=sleeping ест=eating пьёт=drinking пьет=drinking читает=reading играет=playing "
        "играют=playing бежит=running летит=flying летает=flying плывёт=swimming плавает=swimming танцует=dancing "
        "сидит=sitting стоит=standing едет_на=riding держит=holding смотрит_на=looking_at старая=old старый=old "
        "который= ночь=night ночью=night лес=forest лесу=forest пляж=beach пляже=beach снег=snow снегу=snow "
        "дождь=rain дождём=rain дождем=rain море=sea город=city городе=city горы=mountains горах=mountains "
        "саду=garden закат=sunset закате=sunset под_дождём=in_the_rain под_дождем=in_the_rain"
    ),
    "pl": (
        "i=and z=with bez=without na=on pod=under w=in przed=in_front_of za=behind między=between obok=next_to "
        "nad=above dwa=two dwie=two trzy=three czerwony=red czerwona=red niebieski=blue niebieska=blue "
        "zielony=green zielona=green czarny=black czarna=black biały=white biała=white żółty=yellow żółta=yellow "
        "mały=small mała=small duży=large duża=large śpi=sleeping śpiący=sleeping je=eating czyta=reading "
        "biegnie=running siedzi=sitting las=forest lesie=forest plaża=beach plaży=beach noc=night śnieg=snow "
        "morze=sea"
    ),
    "tr": (
        "bir=a ve=and ile=with iki=two üç=three kırmızı=red mavi=blue yeşil=green siyah=black beyaz=white "
        "sarı=yellow uyuyan=sleeping oturan=sitting koşan=running küçük=small büyük=large"
    ),
}


def _color_forms(table: str) -> dict[str, str]:
    forms = {}
    for row in table.split():
        inflected, _, color = row.partition("=")
        stem, *endings = inflected.split("/")
        forms.update({stem + ending: color for ending in ["", *endings]})
    return forms


def _phrases(table: str) -> dict[str, str]:
    pairs = (row.partition("=") for row in table.split())
    return {phrase.replace("_", " "): meaning.replace("_", " ") for phrase, _, meaning in pairs}


GLOSSES: dict[str, dict[str, str]] = {
    language: {**_color_forms(_COLORS.get(language, "")), **_phrases(table), **make_phrases(language)}
    for language, table in _WORDS.items()
}
"""Language -> its phrase -> English."""
IDENTIFYING_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(phrase for phrase in _phrases(table) if " " not in phrase) - AMBIGUOUS
    | frozenset(IDENTIFYING_MATERIALS.get(language, "").split())
    for language, table in _WORDS.items()
}
"""Language -> the words that identify it. Colours are excluded, because many are also English."""
