"""Histories and plans of well-known subjects for timelines whose prompts give no dates.

"|" separates the date from the event. The last entry has no words: it is for all other subjects.
"""

from limner_illustrator.language.vocabulary.graphic_outlines import Outline

TIMELINES: tuple[Outline, ...] = (
    ("space race", "The space race", (
        "1957|Sputnik 1", "1958|NASA founded", "1961|Gagarin in orbit", "1962|Glenn orbits the Earth",
        "1965|First spacewalk", "1969|First Moon landing", "1975|Apollo meets Soyuz")),
    ("(?:history|evolution|story) of (?:the )?pizza", "History of pizza", (
        "997|The word appears in Italy", "1738|First pizzeria in Naples", "1889|Pizza Margherita",
        "1905|First pizzeria in New York", "1958|Chains begin", "2017|Neapolitan pizza is UNESCO heritage")),
    ("(?:history|evolution|story) of tea\\b", "History of tea", (
        "2737 BC|Legend of Shennong", "780|First book on tea", "1610|Tea comes to Europe", "1773|Boston Tea Party",
        "1848|Tea grown in India", "1908|The tea bag")),
    ("(?:history|evolution|story) of (?:fashion|clothing|jeans)", "History of fashion", (
        "1846|Sewing machine", "1873|Blue jeans", "1926|The little black dress", "1946|The bikini",
        "1965|The mini skirt", "1990|Fast fashion", "2020|Second hand grows")),
    ("(?:history|evolution|story) of (?:the )?robot", "History of robots", (
        "1921|The word robot", "1954|First industrial robot", "1966|Shakey", "1997|Sojourner on Mars",
        "2000|ASIMO walks", "2002|Robot vacuum", "2012|Curiosity on Mars")),
    ("(?:history|evolution|story) of (?:the )?(?:books?\\b|printing|writing)", "History of the book", (
        "3200 BC|Cuneiform", "2400 BC|Papyrus", "105|Paper in China", "868|First printed book", "1455|Gutenberg",
        "1935|Paperbacks", "2007|E-readers")),
    ("(?:history|evolution|story) of chess", "History of chess", (
        "600|Chaturanga in India", "800|Chess in Arabia", "1475|The modern queen", "1886|First world champion",
        "1972|Fischer beats Spassky", "1997|Deep Blue wins", "2017|AlphaZero")),
    ("(?:history|evolution|story) of (?:basketball|the nba)", "Basketball", (
        "1891|Naismith's game", "1936|Olympic sport", "1946|NBA founded", "1954|Shot clock", "1979|Three-point line",
        "1992|The Dream Team")),
    ("apollo", "The Apollo program", (
        "1961|Kennedy sets the goal", "1967|Apollo 1 fire", "1968|Apollo 8 orbits the Moon",
        "1969|Apollo 11 lands on the Moon", "1970|Apollo 13 returns safely", "1972|Apollo 17, the last landing")),
    ("space (?:exploration|race|flight)|spaceflight|nasa", "Space exploration", (
        "1957|Sputnik 1", "1961|Gagarin in orbit", "1969|First Moon landing", "1977|Voyager launches",
        "1990|Hubble telescope", "1998|ISS assembly begins", "2021|James Webb telescope")),
    ("internet|world wide web|web history", "History of the internet", (
        "1969|ARPANET", "1983|TCP/IP", "1989|World Wide Web", "1998|Google", "2004|Social networks",
        "2007|Smartphones")),
    ("world war (?:ii|2|two)|ww2|wwii|second world war", "World War II", (
        "1939|Invasion of Poland", "1940|Battle of Britain", "1941|Pearl Harbor", "1942|Stalingrad", "1944|D-Day",
        "1945|War ends")),
    ("world war (?:i|1|one)\\b|ww1|wwi\\b|first world war", "World War I", (
        "1914|War begins", "1915|Gallipoli", "1916|Somme and Verdun", "1917|USA enters", "1918|Armistice")),
    ("artificial intelligence|\\bai\\b|machine learning", "History of artificial intelligence", (
        "1950|Turing test", "1956|Dartmouth workshop", "1997|Deep Blue wins", "2012|Deep learning",
        "2017|Transformer",
        "2022|ChatGPT")),
    ("programming languages?", "Programming languages", (
        "1957|Fortran", "1972|C", "1991|Python", "1995|Java and JavaScript", "2009|Go", "2015|Rust 1.0")),
    ("computers?|computing", "History of computing", (
        "1837|Analytical Engine", "1945|ENIAC", "1971|Microprocessor", "1981|IBM PC", "1991|World Wide Web",
        "2007|Smartphone")),
    ("smartphones?|mobile phones?", "Smartphones", (
        "1994|IBM Simon", "2003|BlackBerry", "2007|iPhone", "2008|Android", "2011|4G networks",
        "2019|5G and foldables")),
    ("iphones?|apple", "Apple", (
        "1976|Founded", "1984|Macintosh", "2001|iPod", "2007|iPhone", "2010|iPad", "2015|Apple Watch")),
    ("french revolution", "The French Revolution", (
        "1789|Storming of the Bastille", "1791|Constitution", "1792|Republic", "1793|Reign of Terror",
        "1799|Napoleon")),
    ("american (?:revolution|history)|us history|united states", "American history", (
        "1776|Independence", "1787|Constitution", "1865|Civil War ends", "1929|Great Depression",
        "1964|Civil Rights Act",
        "1969|Moon landing")),
    ("roman|rome", "Ancient Rome", (
        "753 BC|Founding of Rome", "509 BC|Republic", "44 BC|Death of Caesar", "27 BC|Augustus", "79|Vesuvius erupts",
        "476|Fall of the West")),
    ("evolution|life on earth|geologic", "Life on Earth", (
        "3.8 bn years|First cells", "540 m years|Cambrian explosion", "370 m years|On land", "230 m years|Dinosaurs",
        "66 m years|Mammals rise", "300,000 years|Humans")),
    ("aviation|flight|airplanes?", "History of aviation", (
        "1903|Wright brothers", "1919|Across the Atlantic", "1939|Jet aircraft", "1947|Sound barrier",
        "1969|Concorde",
        "2005|Airbus A380")),
    ("tesla|electric (?:cars?|vehicles?)", "Electric cars", (
        "1888|Flocken Elektrowagen", "1996|GM EV1", "2008|Tesla Roadster", "2010|Nissan Leaf", "2012|Tesla Model S",
        "2017|Tesla Model 3")),
    ("cars?\\b|automobiles?", "History of the car", (
        "1886|Benz Patent-Motorwagen", "1908|Ford Model T", "1938|Volkswagen Beetle", "1966|Toyota Corolla",
        "1997|Toyota Prius", "2012|Tesla Model S")),
    ("chocolate|cocoa|cacao", "History of chocolate", (
        "1900 BC|Cocoa drinks in Mexico", "1528|Cocoa comes to Spain", "1828|Cocoa press", "1847|First chocolate bar",
        "1875|Milk chocolate", "1879|Conching by Lindt")),
    ("coffee", "History of coffee", (
        "850|Legend of Kaldi's goats", "1400s|Coffee in Yemen", "1554|Coffee houses in Istanbul",
        "1652|Coffee house in London", "1884|Espresso machine", "1971|Starbucks opens")),
    ("world cup|football|soccer", "Football", (
        "1863|Rules of the game", "1904|FIFA founded", "1930|First World Cup", "1958|Pelé's first title",
        "1991|First Women's World Cup", "2022|Argentina wins")),
    ("olympi", "The Olympic Games", (
        "776 BC|First ancient games", "393|Ancient games end", "1896|Athens, first modern games",
        "1924|First winter games", "1960|First Paralympics", "2024|Paris")),
    ("photograph|camera", "History of photography", (
        "1826|First photograph", "1839|Daguerreotype", "1888|Kodak camera", "1935|Colour film",
        "1975|Digital camera", "2000|Camera phone")),
    ("movie|film|cinema|hollywood", "History of cinema", (
        "1895|Lumière brothers", "1927|Sound film", "1939|Colour hits", "1977|Star Wars", "1995|Toy Story",
        "2009|Avatar in 3D")),
    ("video ?games?|gaming|consoles?|nintendo", "Video games", (
        "1958|Tennis for Two", "1972|Pong", "1980|Pac-Man", "1989|Game Boy", "1994|PlayStation", "2009|Minecraft",
        "2017|Nintendo Switch")),
    ("telephone|phone\\b|communication", "Communication", (
        "1440|Printing press", "1837|Telegraph", "1876|Telephone", "1895|Radio", "1973|Mobile phone", "1989|Web",
        "2009|WhatsApp")),
    ("electricity|light ?bulb", "Electricity", (
        "1752|Franklin's kite", "1800|Volta's battery", "1831|Faraday's generator", "1879|Edison's lamp",
        "1882|First power station", "1954|Solar cell")),
    ("bitcoin|crypto|blockchain", "Cryptocurrency", (
        "2008|Bitcoin paper", "2009|First block", "2010|First purchase: pizza", "2015|Ethereum", "2017|Price boom",
        "2021|Legal tender in El Salvador", "2024|Bitcoin funds")),
    ("climate|global warming", "Climate action", (
        "1988|IPCC founded", "1992|Rio Earth Summit", "1997|Kyoto Protocol", "2015|Paris Agreement",
        "2018|School strikes", "2021|Glasgow summit")),
    ("european union|\\beu\\b", "The European Union", (
        "1951|Coal and Steel Community", "1957|Treaties of Rome", "1992|Maastricht Treaty", "2002|Euro cash",
        "2004|Ten new members", "2020|Brexit")),
    ("berlin wall|german(?:y|\\b)|cold war", "The Cold War", (
        "1945|End of World War II", "1949|Two German states", "1961|Berlin Wall is built", "1962|Cuban missile crisis",
        "1989|Fall of the Wall", "1990|German reunification", "1991|End of the Soviet Union")),
    ("women|suffrag|feminis", "Women's rights", (
        "1848|Seneca Falls", "1893|Vote in New Zealand", "1903|Marie Curie's Nobel Prize", "1920|Vote in the USA",
        "1975|UN Women's Year", "1979|UN convention")),
    ("spain|spanish|españa", "History of Spain", (
        "711|Moors arrive", "1492|Columbus sails", "1588|Armada", "1808|War against Napoleon", "1936|Civil War",
        "1978|Constitution", "1986|Joins the EC")),
    ("histor\\w+ (?:of |de la |de )?(?:france|francia)|french history", "History of France", (
        "987|Hugh Capet", "1431|Joan of Arc dies", "1789|Revolution", "1804|Napoleon is emperor", "1871|Third Republic",
        "1958|Fifth Republic")),
    ("titanic", "The Titanic", (
        "1909|Building begins", "1911|Launch in Belfast", "10 Apr 1912|Leaves Southampton",
        "14 Apr 1912|Hits an iceberg",
        "15 Apr 1912|Sinks", "1985|Wreck found")),
    ("egypt|pharao|pyramids", "Ancient Egypt", (
        "3100 BC|Unification", "2560 BC|Great Pyramid", "1350 BC|Akhenaten", "1323 BC|Death of Tutankhamun",
        "1279 BC|Ramesses II", "30 BC|Death of Cleopatra")),
    ("gree(?:k|ce)", "Ancient Greece", (
        "776 BC|Olympic Games", "508 BC|Democracy in Athens", "490 BC|Marathon", "447 BC|Parthenon begun",
        "399 BC|Death of Socrates", "323 BC|Death of Alexander")),
    ("renaissance|art history|paint|modern art", "History of art", (
        "1503|Mona Lisa", "1642|The Night Watch", "1872|Impression, Sunrise", "1889|The Starry Night", "1907|Cubism",
        "1962|Pop Art")),
    ("rock music|rock (?:and|&|'n') roll|\\bmusic|beatles|hip[- ]?hop", "History of music", (
        "1721|Brandenburg Concertos", "1824|Beethoven's Ninth", "1877|Phonograph", "1954|Elvis Presley",
        "1963|The Beatles", "1981|MTV", "2008|Spotify")),
    ("medicine|vaccin|medical|penicillin", "History of medicine", (
        "1796|Smallpox vaccine", "1846|Anaesthesia", "1895|X-rays", "1928|Penicillin", "1953|DNA structure",
        "1967|Heart transplant", "2020|mRNA vaccines")),
    ("covid|pandemic|corona", "The COVID-19 pandemic", (
        "Dec 2019|First cases", "Mar 2020|Pandemic declared", "Dec 2020|First vaccinations", "Nov 2021|Omicron",
        "May 2023|Emergency ends")),
    ("trains?\\b|railway|locomotive", "History of the railway", (
        "1804|Steam locomotive", "1825|Stockton and Darlington", "1869|Across America", "1879|Electric train",
        "1964|Shinkansen", "1981|TGV")),
    ("bicycle|bike", "History of the bicycle", (
        "1817|Draisine", "1861|Pedals", "1870|Penny-farthing", "1885|Safety bicycle", "1888|Air tyres",
        "1977|Mountain bike")),
    ("einstein", "Albert Einstein", (
        "1879|Born in Ulm", "1905|Special relativity", "1915|General relativity", "1921|Nobel Prize",
        "1933|Moves to the USA", "1955|Dies in Princeton")),
    ("napoleon", "Napoleon", (
        "1769|Born in Corsica", "1799|Takes power", "1804|Emperor", "1812|Russian campaign", "1815|Waterloo",
        "1821|Dies on St Helena")),
    ("marie curie|curie", "Marie Curie", (
        "1867|Born in Warsaw", "1898|Discovers radium", "1903|Nobel Prize in Physics", "1911|Nobel Prize in Chemistry",
        "1934|Dies in France")),
    ("google", "Google", ("1998|Founded", "2004|Gmail", "2005|Google Maps", "2006|Buys YouTube", "2008|Chrome",
        "2015|Alphabet")),
    ("microsoft|windows", "Microsoft", (
        "1975|Founded", "1985|Windows 1.0", "1989|Office", "2001|Xbox", "2010|Azure", "2018|Buys GitHub")),
    ("amazon\\b", "Amazon", (
        "1994|Founded", "1995|Sells books", "2005|Prime", "2006|AWS", "2007|Kindle", "2014|Echo")),
    ("spacex|rockets?", "Rockets", (
        "1926|First liquid-fuel rocket", "1957|Sputnik 1", "1969|Saturn V to the Moon", "1981|Space Shuttle",
        "2008|Falcon 1 in orbit", "2015|Falcon 9 lands")),
    ("mars\\b", "Missions to Mars", (
        "1965|Mariner 4", "1976|Viking 1", "1997|Sojourner", "2004|Spirit and Opportunity", "2012|Curiosity",
        "2021|Perseverance")),
    ("pregnan|baby", "Pregnancy", (
        "Week 6|Heartbeat", "Week 12|First scan", "Week 20|Kicks", "Week 28|Opens its eyes", "Week 40|Birth")),
    ("dinosaur", "Dinosaurs", (
        "230 m years ago|First dinosaurs", "200 m years ago|Jurassic giants", "150 m years ago|Archaeopteryx",
        "68 m years ago|T. rex", "66 m years ago|Extinction")),
    ("human evolution|early humans|stone age|mankind|humanity", "Human evolution", (
        "7 m years ago|First hominins", "3.2 m years ago|Lucy", "2 m years ago|Homo erectus",
        "300,000 years ago|Homo sapiens", "10,000 BC|Farming", "3200 BC|Writing")),
    ("startup|start-up|company history|company|business|our journey", None, (
        "2018|Idea", "2019|Founding", "2020|First customers", "2021|Funding round", "2022|International",
        "2024|1,000 customers")),
    ("restaurant|cafe|café|bakery|\\bshop\\b|\\bstore\\b|\\bbar\\b", None, (
        "Q1|Plan and budget", "Q2|Find a place", "Q3|Permits and building work", "Q4|Opening")),
    ("product|roadmap|release|launch|software|app\\b", None, (
        "Q1|Research", "Q2|Prototype", "Q3|Beta release", "Q4|Launch", "Q1|Growth")),
    ("project", None, (
        "Week 1|Kick-off", "Week 3|Design", "Week 6|Development", "Week 10|Testing", "Week 12|Launch")),
    ("career|resume|cv|my life|life of|biography", None, (
        "2010|Graduation", "2012|First job", "2015|Promotion", "2018|New role", "2023|Team lead")),
    ("wedding", None, (
        "14:00|Ceremony", "15:00|Photos", "16:30|Reception", "18:00|Dinner", "20:00|First dance", "23:00|Farewell")),
    ("day|daily|morning|routine|schedule", None, (
        "7:00|Wake up", "8:00|Breakfast", "9:00|Work", "12:30|Lunch", "18:00|Sport", "22:30|Sleep")),
    ("", None, (
        "Phase 1|Beginnings", "Phase 2|First results", "Phase 3|Growth", "Phase 4|Turning point", "Phase 5|Today")),
)  # fmt: skip
