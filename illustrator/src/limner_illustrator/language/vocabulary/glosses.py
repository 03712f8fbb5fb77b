"""Phrases of other languages that would be misread as things: snow cover, materials, and nouns that look like other
English words.
"""

# Phrases for "made of".
_MADE_OF = {
    "es": "hecho de, hecha de, hechos de, hechas de, de, fabricado en, tallado en",
    "fr": "fait de, faite de, faits de, faites de, fait en, faite en, faits en, faites en, en, de, sculpté dans",
    "de": "aus, gemacht aus, hergestellt aus, gebaut aus, geschnitzt aus",
    "it": "fatto di, fatta di, fatti di, fatte di, di, in",
    "pt": "feito de, feita de, feitos de, feitas de, de",
    "nl": "gemaakt van, van, gebouwd van, uit",
    "ru": "из, сделанный из, сделанная из, сделанное из, сделан из",
    "pl": "z, zrobiony z, zrobiona z, zrobione z, wykonany z",
}
# Materials in the inflected form that follows them.
_MATERIALS = {
    "es": "madera=wood piedra=stone vidrio=glass cristal=glass papel=paper cartón=cardboard hielo=ice oro=gold "
    "metal=metal hierro=iron acero=steel cuero=leather lana=wool tela=fabric plástico=plastic barro=clay "
    "cerámica=ceramic chocolate=chocolate caramelo=candy mármol=marble hojas=leaves ladrillo=brick "
    "fuego=fire",
    "fr": "bois=wood pierre=stone verre=glass cristal=glass papier=paper carton=cardboard glace=ice or=gold "
    "métal=metal fer=iron acier=steel cuir=leather laine=wool tissu=fabric plastique=plastic argile=clay "
    "céramique=ceramic chocolat=chocolate marbre=marble feuilles=leaves brique=brick feu=fire "
    "porcelaine=porcelain",
    "de": "holz=wood stein=stone glas=glass kristall=glass papier=paper pappe=cardboard eis=ice gold=gold "
    "metall=metal eisen=iron stahl=steel leder=leather wolle=wool stoff=fabric plastik=plastic "
    "kunststoff=plastic ton=clay keramik=ceramic schokolade=chocolate zucker=sugar marmor=marble "
    "blättern=leaves ziegeln=brick feuer=fire wasser=water porzellan=porcelain lego=lego",
    "it": "legno=wood pietra=stone vetro=glass cristallo=glass carta=paper cartone=cardboard ghiaccio=ice "
    "oro=gold metallo=metal ferro=iron acciaio=steel cuoio=leather pelle=leather lana=wool stoffa=fabric "
    "plastica=plastic argilla=clay ceramica=ceramic cioccolato=chocolate marmo=marble foglie=leaves "
    "mattoni=brick fuoco=fire",
    "pt": "madeira=wood pedra=stone vidro=glass cristal=glass papel=paper papelão=cardboard gelo=ice ouro=gold "
    "metal=metal ferro=iron aço=steel couro=leather lã=wool tecido=fabric plástico=plastic barro=clay "
    "cerâmica=ceramic chocolate=chocolate mármore=marble folhas=leaves tijolo=brick fogo=fire",
    "nl": "hout=wood steen=stone glas=glass kristal=glass papier=paper karton=cardboard ijs=ice goud=gold "
    "metaal=metal ijzer=iron staal=steel leer=leather wol=wool stof=fabric plastic=plastic klei=clay "
    "keramiek=ceramic chocolade=chocolate marmer=marble bladeren=leaves baksteen=brick vuur=fire",
    "ru": "дерева=wood камня=stone стекла=glass хрусталя=glass бумаги=paper картона=cardboard льда=ice "
    "золота=gold металла=metal железа=iron стали=steel кожи=leather шерсти=wool ткани=fabric "
    "пластика=plastic глины=clay шоколада=chocolate мрамора=marble листьев=leaves кирпича=brick огня=fire",
    "pl": "drewna=wood kamienia=stone szkła=glass papieru=paper lodu=ice złota=gold metalu=metal żelaza=iron "
    "skóry=leather wełny=wool plastiku=plastic gliny=clay czekolady=chocolate marmuru=marble liści=leaves",
}
IDENTIFYING_MATERIALS = {
    "es": "madera piedra vidrio hielo cuero cartón", "fr": "bois verre cuir pierre", "de": "holz leder schokolade",
    "it": "legno pietra vetro ghiaccio", "pt": "madeira pedra vidro gelo", "nl": "hout ijs", "pl": "drewna szkła",
}  # fmt: skip
"""Material words that identify their language."""
_SNOWY = {
    "es": "nevado nevada nevados nevadas cubierto_de_nieve cubierta_de_nieve cubiertos_de_nieve cubiertas_de_nieve",
    "fr": "enneigé enneigée enneigés enneigées couvert_de_neige couverte_de_neige couverts_de_neige",
    "de": "verschneit verschneite verschneiten verschneiter verschneites verschneitem schneebedeckt schneebedeckte "
    "schneebedeckten schneebedeckter mit_schnee_bedeckt eingeschneit",
    "it": "innevato innevata innevati innevate coperto_di_neve coperta_di_neve",
    "pt": "nevado nevada coberto_de_neve coberta_de_neve cobertos_de_neve",
    "nl": "besneeuwd besneeuwde met_sneeuw_bedekt ondergesneeuwd ondergesneeuwde",
    "ru": "заснеженный заснеженная заснеженное заснеженном заснеженные заснеженного заснеженной покрытый_снегом",
    "pl": "ośnieżony ośnieżona ośnieżone ośnieżonym zaśnieżony zaśnieżonym pokryty_śniegiem",
    "tr": "karlı karla_kaplı",
}
# Nouns that the lexicon would misread, and verbs that are missing from `foreign_words`.
_WORDS = {
    "es": "pan=bread pie=foot red=net globo=balloon globos=balloons carta=letter ropa=clothes sopa=soup vaso=glass "
    "cocinando=cooking cocina_una=cooking_a pintando=painting caminando=walking camina=walking saltando=jumping "
    "sonriendo=smiling haciendo_un_picnic=having_a_picnic llorando=crying de_noche=at_night nevando=snowing "
    "lloviendo=raining niñas=girls chicas=girls muchachas=girls mujeres=women abuelas=grandmothers "
    "tocando=playing toca=playing tejiendo=knitting teje=knitting "
    "cantando=singing canta=singing escribiendo=writing escribe=writing abrazando=hugging abraza=hugging "
    "abrazándose=hugging besando=kissing besa=kissing besándose=kissing pescando=fishing lanzando=throwing "
    "cargando=carrying sirviendo=serving regando=watering monta=riding montando_en=riding monta_en=riding "
    "andando_en=riding paseando_al=walking_the paseando_a_su=walking_his pinta=painting salta=jumping "
    "alimentando=feeding saludando=waving tomando_una_foto=taking_a_photo de_la_mano=holding_hands",
    "fr": "pain=bread four=oven coin=corner ballon=balloon ballons=balloons lisant=reading lit=reading "
    "cuisinant=cooking cuisine_un=cooking_a marchant=walking marche=walking jouant=playing volant=flying "
    "nageant=swimming dansant=dancing souriant=smiling sautant=jumping debout=standing couché=lying "
    "joue_du=playing_the joue_de_la=playing_the joue_de=playing_the jouant_du=playing_the jouant_de_la=playing_the "
    "jouent_du=playing_the jouant_de=playing_the tricote=knitting tricotant=knitting peint=painting peignant=painting "
    "chante=singing chantant=singing embrasse=kissing embrassent=kissing écrit=writing écrivant=writing saute=jumping "
    "promène=walking promenant=walking fait_du_vélo=riding_a_bicycle cuisine_une=cooking_a donne=giving "
    "arrose=watering main_dans_la_main=holding_hands "
    "feuille=leaf feuilles=leaves livre=book livres=books branche=branch branches=branches",
    "de": "haar=hair haare=hair haaren=hair hose=trousers rock=skirt herd=stove see=lake bad=bathroom "
    "tee=tea liegt=lying liegen=lying lacht=laughing kocht=cooking malt=painting springt=jumping geht=walking "
    "fährt=riding strickt=knitting backt=baking singt=singing angelt=fishing umarmt=hugging umarmen_sich=hugging "
    "küsst=kissing küssen_sich=kissing schreibt=writing gießt=watering füttert=feeding wirft=throwing winkt=waving "
    "klettert=climbing meditiert=meditating jongliert=juggling gibt=giving fotografiert=photographing "
    "hand_in_hand=holding_hands "
    "lächelt=smiling hand=hand arm=arm am_see=at_the_lake bei_nacht=at_night herbst=autumn im_park=in_the_park",
    "it": "camera=room camera_da_letto=bedroom pesca=peach fiore=flower fiori=flowers palloncino=balloon "
    "leggendo=reading cucinando=cooking volando=flying correndo=running camminando=walking di_notte=at_night "
    "bambine=girls ragazze=girls donne=women che_cucina=cooking "
    "suona=playing suonando=playing dipinge=painting dipingendo=painting abbraccia=hugging si_abbracciano=hugging "
    "bacia=kissing si_baciano=kissing canta=singing scrive=writing cammina=walking salta=jumping "
    "lavora_a_maglia=knitting tenendo=holding in_bicicletta=on_a_bicycle",
    "pt": "pão=bread copo=glass balão=balloon folha=leaf à_noite=at_night cozinhando=cooking caminhando=walking "
    "sorrindo=smiling pulando=jumping meninas=girls garotas=girls mulheres=women "
    "tocando=playing toca=playing pintando=painting abraçando=hugging "
    "beijando=kissing cantando=singing escrevendo=writing pescando=fishing regando=watering tricotando=knitting "
    "pedalando=riding_a_bicycle carregando=carrying passeando_com=walking",
    "nl": "slang=snake bad=bathtub brood=bread arm=arm map=folder kaart=map ballon=balloon wandelt=walking "
    "springt=jumping kookt=cooking ligt=lying fietst=riding_a_bicycle breit=knitting schildert=painting "
    "zingt=singing schrijft=writing knuffelt=hugging vist=fishing gooit=throwing",
    "ru": "волосами=hair хлеб=bread рисует=painting поёт=singing поет=singing вяжет=knitting обнимает=hugging "
    "целует=kissing пишет=writing готовит=cooking играет_на=playing_the гуляет=walking прыгает=jumping",
    "pl": "gra_na=playing_the tańczy=dancing gotuje=cooking pije=drinking maluje=painting śpiewa=singing",
}  # fmt: skip


def make_phrases(language: str) -> dict[str, str]:
    """Phrase -> English, in addition to the tables in `foreign_words`."""
    phrases = {one.replace("_", " "): "snowy" for one in _SNOWY.get(language, "").split()}
    for row in _WORDS.get(language, "").split():
        phrase, _, meaning = row.partition("=")
        phrases[phrase.replace("_", " ")] = meaning.replace("_", " ")
    prefixes = _MADE_OF.get(language, "").split(", ")
    for row in _MATERIALS.get(language, "").split():
        noun, _, material = row.partition("=")
        phrases.update({f"{prefix} {noun}": f"made of {material}" for prefix in prefixes})
    return phrases


_KOREAN_MATERIALS = {
    "나무": "wooden", "돌": "stone", "유리": "glass", "금속": "metal", "금": "gold plated", "종이": "paper",
    "얼음": "ice", "초콜릿": "chocolate", "가죽": "leather", "양털": "woolen", "천": "fabric", "플라스틱": "plastic",
    "점토": "clay", "사탕": "candy", "벽돌": "brick", "레고": "lego", "대리석": "marble", "철": "iron",
    "강철": "steel", "불": "fire", "물": "water", "눈": "ice",
}  # fmt: skip
_KOREAN = {
    "눈 덮인": "snowy", "눈덮인": "snowy", "눈으로 덮인": "snowy", "눈에 덮인": "snowy", "눈 쌓인": "snowy",
    "눈이 쌓인": "snowy", "눈 내리는": "snowing", "눈이 내리는": "snowing", "눈 오는": "snowing",
    "눈이 오는": "snowing", "눈 속의": "snowy", "눈 속에서": "in the snow", "눈 속에": "in the snow",
    "눈 위의": "snowy", "눈 위에서": "in the snow", "눈 위에": "in the snow", "눈밭": "snow",
    "눈밭에서": "in the snow", "눈보라": "blizzard", "눈 풍경": "snowy", "비 오는": "rainy", "비가 오는": "rainy",
    "비 내리는": "rainy", "비가 내리는": "rainy", "안개 낀": "foggy", "구름 낀": "cloudy", "꽃이 핀": "in bloom",
    "꽃 핀": "in bloom", "별이 빛나는": "starry", "별이 빛나는 밤": "starry night", "밤에": "at night",
    "밤의": "at night,", "밤하늘": "night sky", "해질녘": "sunset", "해 질 녘": "sunset", "해질녘의": "sunset",
    "달빛 아래": "moonlit", "숲 속의": "in a forest,", "숲속의": "in a forest,", "숲 속에서": "in a forest,",
    "숲속에서": "in a forest,", "숲에서": "in a forest,", "숲": "forest", "배를 타는": "sailing",
    "말을 타는": "riding a horse",
}  # fmt: skip
KOREAN_PHRASES = _KOREAN | {
    f"{noun}{ending}": material
    for noun, material in _KOREAN_MATERIALS.items()
    for ending in ("로 만든", "으로 만든", "로 된", "으로 된", "로 만들어진", "으로 만들어진")
}
"""Matched as whole phrases: alone, the first word of "눈 덮인" (snow-covered) means eye."""
