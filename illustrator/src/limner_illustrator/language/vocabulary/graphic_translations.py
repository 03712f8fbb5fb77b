"""Words that diagrams write by themselves, in German, French and Spanish."""

from limner_illustrator.language.vocabulary.graphic_topic_translations import ROWS

LANGUAGES = ("de", "fr", "es")

_ROWS = """
Jan|Jan|Janv|Ene
Feb|Feb|Févr|Feb
Mar|Mär|Mars|Mar
Apr|Apr|Avr|Abr
May|Mai|Mai|May
Jun|Jun|Juin|Jun
Jul|Jul|Juil|Jul
Aug|Aug|Août|Ago
Sep|Sep|Sept|Sep
Oct|Okt|Oct|Oct
Nov|Nov|Nov|Nov
Dec|Dez|Déc|Dic
Mon|Mo|Lun|Lun
Tue|Di|Mar|Mar
Wed|Mi|Mer|Mié
Thu|Do|Jeu|Jue
Fri|Fr|Ven|Vie
Sat|Sa|Sam|Sáb
Sun|So|Dim|Dom
Q1|Q1|T1|T1
Q2|Q2|T2|T2
Q3|Q3|T3|T3
Q4|Q4|T4|T4
Start|Start|Début|Inicio
End|Ende|Fin|Fin
Finish|Fertig|Terminer|Terminar
Yes|Ja|Oui|Sí
No|Nein|Non|No
Other|Sonstige|Autres|Otros
Total|Summe|Total|Total
Name|Name|Nom|Nombre
Age|Alter|Âge|Edad
City|Stadt|Ville|Ciudad
Category|Kategorie|Catégorie|Categoría
Status|Status|Statut|Estado
Amount|Betrag|Montant|Importe
Date|Datum|Date|Fecha
Price|Preis|Prix|Precio
Item|Artikel|Article|Artículo
Time|Zeit|Heure|Hora
Strengths|Stärken|Forces|Fortalezas
Weaknesses|Schwächen|Faiblesses|Debilidades
Opportunities|Chancen|Opportunités|Oportunidades
Threats|Risiken|Menaces|Amenazas
Pros|Vorteile|Avantages|Ventajas
Cons|Nachteile|Inconvénients|Desventajas
To do|Zu tun|À faire|Por hacer
In progress|In Arbeit|En cours|En curso
Review|Prüfung|Révision|Revisión
Done|Fertig|Terminé|Hecho
Planning|Planung|Planification|Planificación
Design|Entwurf|Conception|Diseño
Development|Entwicklung|Développement|Desarrollo
Testing|Test|Tests|Pruebas
Launch|Start|Lancement|Lanzamiento
Research|Recherche|Recherche|Investigación
Prototype|Prototyp|Prototype|Prototipo
Beta release|Beta-Version|Version bêta|Versión beta
Growth|Wachstum|Croissance|Crecimiento
Gather information|Informationen sammeln|Réunir des informations|Reunir información
Make a plan|Plan erstellen|Faire un plan|Hacer un plan
Carry it out|Umsetzen|Réaliser|Realizar
Good result?|Gutes Ergebnis?|Bon résultat ?|¿Buen resultado?
Adjust the plan|Plan anpassen|Ajuster le plan|Ajustar el plan
Prepare|Vorbereiten|Préparer|Preparar
Gather the ingredients|Zutaten bereitstellen|Réunir les ingrédients|Reunir los ingredientes
Cut|Schneiden|Couper|Cortar
Wash and slice|Waschen und schneiden|Laver et couper|Lavar y cortar
Mix|Mischen|Mélanger|Mezclar
Combine well|Gut verrühren|Bien mélanger|Mezclar bien
Cook|Kochen|Cuire|Cocinar
Low heat|Bei kleiner Hitze|À feu doux|A fuego lento
Season|Würzen|Assaisonner|Sazonar
Salt and herbs|Salz und Kräuter|Sel et herbes|Sal y hierbas
Serve|Servieren|Servir|Servir
Enjoy|Guten Appetit|Bon appétit|Buen provecho
Peel|Schälen|Éplucher|Pelar
Fry|Braten|Frire|Freír
Beat|Verquirlen|Battre|Batir
Wash and slice the potatoes|Kartoffeln waschen und schneiden|Laver et couper les pommes de terre|Cortar las papas
Slowly, in olive oil|Langsam, in Olivenöl|Lentement, à l'huile d'olive|Despacio, en aceite de oliva
Mix eggs and salt|Eier und Salz mischen|Mélanger œufs et sel|Mezclar huevos y sal
Five minutes on each side|Fünf Minuten je Seite|Cinq minutes par côté|Cinco minutos por lado
Warm or cold|Warm oder kalt|Chaud ou froid|Caliente o fría
Make dough|Teig machen|Faire la pâte|Hacer la masa
Let it rise|Gehen lassen|Laisser lever|Dejar reposar
Roll out|Ausrollen|Étaler|Extender
Add toppings|Belegen|Garnir|Añadir ingredientes
Bake|Backen|Cuire au four|Hornear
Boil|Kochen|Bouillir|Hervir
Idea|Idee|Idée|Idea
Plan|Planen|Planifier|Planificar
Build|Bauen|Construire|Construir
Test|Testen|Tester|Probar
Release|Veröffentlichen|Publier|Publicar
Fund|Finanzieren|Financer|Financiar
Register|Anmelden|Inscrire|Registrar
Order|Bestellen|Commander|Pedir
Pick|Entnehmen|Prélever|Recoger
Pack|Packen|Emballer|Empacar
Ship|Versenden|Expédier|Enviar
Sort|Sortieren|Trier|Clasificar
Deliver|Liefern|Livrer|Entregar
Goal|Ziel|Objectif|Objetivo
Budget|Budget|Budget|Presupuesto
Book|Buchen|Réserver|Reservar
Invite|Einladen|Inviter|Invitar
Celebrate|Feiern|Fêter|Celebrar
Reduce|Vermeiden|Réduire|Reducir
Reuse|Wiederverwenden|Réutiliser|Reutilizar
Recycle|Recyceln|Recycler|Reciclar
Save energy|Energie sparen|Économiser l'énergie|Ahorrar energía
Plant|Pflanzen|Planter|Plantar
Buy less|Weniger kaufen|Acheter moins|Comprar menos
Repair things|Dinge reparieren|Réparer|Reparar cosas
Sort your waste|Müll trennen|Trier les déchets|Separar la basura
Switch off|Ausschalten|Éteindre|Apagar
Grow trees|Bäume pflanzen|Planter des arbres|Plantar árboles
Shower|Duschen|Douche|Ducha
Five minutes|Fünf Minuten|Cinq minutes|Cinco minutos
Tap|Wasserhahn|Robinet|Grifo
Off while brushing|Beim Putzen zudrehen|Fermé au brossage|Cerrar al cepillarse
Leaks|Lecks|Fuites|Fugas
Repair them soon|Bald reparieren|À réparer vite|Reparar pronto
Laundry|Wäsche|Lessive|Lavadora
Full loads only|Nur volle Maschine|Machine pleine|Solo carga llena
Garden|Garten|Jardin|Jardín
Water in the evening|Abends gießen|Arroser le soir|Regar por la noche
Sleep|Schlaf|Sommeil|Sueño
8 hours a night|8 Stunden pro Nacht|8 heures par nuit|8 horas por noche
Move|Bewegen|Bouger|Moverse
30 minutes a day|30 Minuten am Tag|30 minutes par jour|30 minutos al día
Drink|Trinken|Boire|Beber
2 litres of water|2 Liter Wasser|2 litres d'eau|2 litros de agua
Eat|Essen|Manger|Comer
Fruit and vegetables|Obst und Gemüse|Fruits et légumes|Frutas y verduras
Relax|Entspannen|Se détendre|Relajarse
Take breaks|Pausen machen|Faire des pauses|Hacer pausas
More energy|Mehr Energie|Plus d'énergie|Más energía
Better health|Bessere Gesundheit|Meilleure santé|Mejor salud
Clear focus|Klarer Kopf|Esprit clair|Mente clara
Good mood|Gute Laune|Bonne humeur|Buen humor
Money saved|Geld gespart|Argent économisé|Ahorro
All day long|Den ganzen Tag|Toute la journée|Todo el día
For body and mind|Für Körper und Geist|Pour le corps et l'esprit|Para cuerpo y mente
Fewer distractions|Weniger Ablenkung|Moins de distractions|Menos distracciones
More joy|Mehr Freude|Plus de joie|Más alegría
In the long run|Auf lange Sicht|À long terme|A largo plazo
Vegetables|Gemüse|Légumes|Verduras
Fruit|Obst|Fruits|Frutas
Protein|Eiweiß|Protéines|Proteínas
Grains|Getreide|Céréales|Cereales
Drinks|Getränke|Boissons|Bebidas
Avoid|Vermeiden|Éviter|Evitar
Carrots|Karotten|Carottes|Zanahorias
Spinach|Spinat|Épinards|Espinacas
Apples|Äpfel|Pommes|Manzanas
Berries|Beeren|Baies|Bayas
Beans|Bohnen|Haricots|Frijoles
Fish|Fisch|Poisson|Pescado
Oats|Hafer|Avoine|Avena
Rice|Reis|Riz|Arroz
Water|Wasser|Eau|Agua
Tea|Tee|Thé|Té
Sugar|Zucker|Sucre|Azúcar
Causes|Ursachen|Causes|Causas
Effects|Folgen|Effets|Efectos
Energy|Energie|Énergie|Energía
Politics|Politik|Politique|Política
You|Du selbst|Vous|Tú
Fossil fuels|Fossile Energie|Énergies fossiles|Combustibles fósiles
Forest loss|Waldverlust|Déforestation|Deforestación
Heat|Hitze|Chaleur|Calor
Sea level|Meeresspiegel|Niveau de la mer|Nivel del mar
Solar|Sonne|Solaire|Solar
Wind|Wind|Éolien|Eólica
Targets|Ziele|Objectifs|Metas
Taxes|Steuern|Taxes|Impuestos
Travel|Reisen|Voyages|Viajes
Food|Essen|Alimentation|Comida
Why|Warum|Pourquoi|Por qué
Who|Wer|Qui|Quién
What|Was|Quoi|Qué
How|Wie|Comment|Cómo
When|Wann|Quand|Cuándo
Director|Leitung|Direction|Dirección
CEO|Geschäftsführung|Direction|Dirección
CTO|Technik|Technique|Tecnología
CFO|Finanzen|Finances|Finanzas
COO|Betrieb|Opérations|Operaciones
Engineering|Entwicklung|Ingénierie|Ingeniería
Accounting|Buchhaltung|Comptabilité|Contabilidad
Controlling|Controlling|Contrôle|Control
Sales|Vertrieb|Ventes|Ventas
Operations|Logistik|Logistique|Logística
Marketing|Marketing|Marketing|Marketing
Principal|Schulleitung|Directeur|Director
Grandfather & grandmother|Großvater & Großmutter|Grand-père & grand-mère|Abuelo y abuela
Father & mother|Vater & Mutter|Père & mère|Padre y madre
Uncle & aunt|Onkel & Tante|Oncle & tante|Tío y tía
Brother|Bruder|Frère|Hermano
Me|Ich|Moi|Yo
Cousin|Cousin|Cousin|Primo
Housing|Wohnen|Logement|Vivienda
Transport|Verkehr|Transport|Transporte
Savings|Ersparnisse|Épargne|Ahorro
Leisure|Freizeit|Loisirs|Ocio
Insurance|Versicherung|Assurance|Seguros
Visitors|Besucher|Visiteurs|Visitantes
Leads|Interessenten|Prospects|Interesados
Customers|Kunden|Clients|Clientes
Qualified leads|Qualifizierte Kontakte|Prospects qualifiés|Contactos calificados
Proposals|Angebote|Offres|Propuestas
Negotiation|Verhandlung|Négociation|Negociación
Evaporation|Verdunstung|Évaporation|Evaporación
Condensation|Kondensation|Condensation|Condensación
Precipitation|Niederschlag|Précipitations|Precipitación
Collection|Sammlung|Collecte|Acumulación
Spring|Frühling|Printemps|Primavera
Summer|Sommer|Été|Verano
Autumn|Herbst|Automne|Otoño
Winter|Winter|Hiver|Invierno
Breakfast|Frühstück|Petit déjeuner|Desayuno
Lunch|Mittagessen|Déjeuner|Almuerzo
Dinner|Abendessen|Dîner|Cena
Snack|Snack|Goûter|Merienda
Great coffee|Guter Kaffee|Bon café|Buen café
Cosy place|Gemütlicher Ort|Lieu accueillant|Lugar acogedor
Regular guests|Stammgäste|Habitués|Clientes fijos
Few seats|Wenige Plätze|Peu de places|Pocos asientos
Small budget|Kleines Budget|Petit budget|Poco presupuesto
Thin margin|Geringe Marge|Faible marge|Poco margen
Good food|Gutes Essen|Bonne cuisine|Buena comida
Friendly service|Freundlicher Service|Service aimable|Servicio amable
Good location|Gute Lage|Bon emplacement|Buena ubicación
High staff costs|Hohe Personalkosten|Personnel coûteux|Personal costoso
Small kitchen|Kleine Küche|Petite cuisine|Cocina pequeña
Few online orders|Wenig Online-Bestellungen|Peu de commandes en ligne|Pocos pedidos en línea
Delivery|Lieferung|Livraison|Entrega
Vegan dishes|Vegane Gerichte|Plats véganes|Platos veganos
Private events|Private Feiern|Fêtes privées|Eventos privados
New rivals|Neue Konkurrenz|Nouveaux concurrents|Nuevos rivales
Food prices|Lebensmittelpreise|Prix des aliments|Precios de alimentos
Bad reviews|Schlechte Bewertungen|Mauvais avis|Malas reseñas
Catering|Catering|Traiteur|Catering
Loyalty card|Treuekarte|Carte de fidélité|Tarjeta de cliente
Beans to take home|Bohnen für zu Hause|Café à emporter|Café para llevar
Coffee chains|Kaffeeketten|Chaînes de cafés|Cadenas de café
Bean prices|Bohnenpreise|Prix du café|Precio del café
Rising rent|Steigende Miete|Loyers en hausse|Alquiler en alza
Few channels|Wenige Kanäle|Peu de canaux|Pocos canales
Dependence on one product|Nur ein Produkt|Un seul produit|Un solo producto
Partnerships|Partnerschaften|Partenariats|Alianzas
Growing demand|Wachsende Nachfrage|Demande en hausse|Demanda creciente
Strong competition|Starke Konkurrenz|Forte concurrence|Mucha competencia
New regulation|Neue Vorschriften|Nouvelle réglementation|Nueva regulación
Skilled developers|Gute Entwickler|Bons développeurs|Buenos programadores
Fast releases|Schnelle Updates|Mises à jour rapides|Versiones rápidas
Happy first users|Zufriedene erste Nutzer|Premiers clients satisfaits|Primeros usuarios contentos
Few customers|Wenige Kunden|Peu de clients|Pocos clientes
Unknown brand|Unbekannte Marke|Marque inconnue|Marca desconocida
Growing market|Wachsender Markt|Marché en croissance|Mercado en crecimiento
New features|Neue Funktionen|Nouvelles fonctions|Nuevas funciones
Big rivals|Große Konkurrenten|Grands concurrents|Grandes rivales
Copycats|Nachahmer|Copieurs|Imitadores
Funding dries up|Geldmangel|Manque de fonds|Falta de fondos
Fast food|Fast Food|Fast-food|Comida rápida
Feature|Merkmal|Critère|Característica
Criterion|Kriterium|Critère|Criterio
High|Hoch|Élevé|Alto
Medium|Mittel|Moyen|Medio
Low|Niedrig|Faible|Bajo
Speed|Tempo|Vitesse|Velocidad
Comfort|Komfort|Confort|Comodidad
Emissions|Emissionen|Émissions|Emisiones
Luggage|Gepäck|Bagages|Equipaje
Quality|Qualität|Qualité|Calidad
Ease of use|Bedienung|Facilité|Facilidad
Support|Hilfe|Assistance|Soporte
Popularity|Beliebtheit|Popularité|Popularidad
Care needed|Pflege|Soins|Cuidados
Cost|Kosten|Coût|Costo
Independence|Unabhängigkeit|Indépendance|Independencia
Playfulness|Verspieltheit|Jeu|Juego
Space needed|Platzbedarf|Espace|Espacio
Noise|Lärm|Bruit|Ruido
Many jobs|Viele Arbeitsplätze|Beaucoup d'emplois|Mucho empleo
Short ways|Kurze Wege|Trajets courts|Distancias cortas
Culture|Kultur|Culture|Cultura
Public transport|Nahverkehr|Transports publics|Transporte público
High rents|Hohe Mieten|Loyers élevés|Alquileres altos
Crowds|Gedränge|Foule|Aglomeraciones
Less nature|Weniger Natur|Moins de nature|Menos naturaleza
No commute|Kein Arbeitsweg|Pas de trajet|Sin desplazamiento
Flexible hours|Flexible Zeiten|Horaires souples|Horario flexible
Quiet focus|Ruhe|Calme|Concentración
Lower costs|Weniger Kosten|Moins de frais|Menos gastos
Less contact|Weniger Kontakt|Moins de contacts|Menos contacto
Harder to switch off|Schwerer abzuschalten|Dur de décrocher|Difícil desconectar
More video calls|Mehr Videoanrufe|Plus d'appels vidéo|Más videollamadas
Needs a good desk|Guter Schreibtisch nötig|Bon bureau requis|Requiere buen escritorio
Saves time|Spart Zeit|Gain de temps|Ahorra tiempo
Good value|Gutes Preis-Leistungs-Verhältnis|Bon rapport qualité-prix|Buena relación calidad-precio
Easy to start|Einfacher Start|Facile à débuter|Fácil de empezar
Flexible|Flexibel|Flexible|Flexible
Costs more at first|Anfangs teurer|Plus cher au début|Más caro al principio
Takes time to learn|Braucht Übung|À apprendre|Requiere práctica
Needs upkeep|Braucht Pflege|Entretien requis|Requiere mantenimiento
Not for everyone|Nicht für alle|Pas pour tous|No es para todos
Find a flat|Wohnung suchen|Trouver un logement|Buscar piso
Book a van|Transporter buchen|Réserver un camion|Reservar furgoneta
Sort and give away|Aussortieren|Trier et donner|Ordenar y donar
Pack boxes|Kisten packen|Faire les cartons|Hacer cajas
Moving day|Umzugstag|Jour du déménagement|Día de la mudanza
Unpack|Auspacken|Déballer|Desempacar
Content|Inhalte|Contenu|Contenido
Requirements|Anforderungen|Besoins|Requisitos
Permits|Genehmigungen|Permis|Permisos
Foundation|Fundament|Fondations|Cimientos
Walls|Wände|Murs|Muros
Roof|Dach|Toit|Techo
Interior|Innenausbau|Intérieur|Interior
Passport|Reisepass|Passeport|Pasaporte
Tickets|Tickets|Billets|Billetes
Clothes|Kleidung|Vêtements|Ropa
Toothbrush|Zahnbürste|Brosse à dents|Cepillo de dientes
Charger|Ladegerät|Chargeur|Cargador
Sunscreen|Sonnencreme|Crème solaire|Crema solar
Milk|Milch|Lait|Leche
Eggs|Eier|Œufs|Huevos
Bread|Brot|Pain|Pan
Tomatoes|Tomaten|Tomates|Tomates
Cheese|Käse|Fromage|Queso
Coffee|Kaffee|Café|Café
Maths|Mathe|Maths|Mates
English|Englisch|Anglais|Inglés
Physics|Physik|Physique|Física
History|Geschichte|Histoire|Historia
Biology|Biologie|Biologie|Biología
Art|Kunst|Art|Arte
Music|Musik|Musique|Música
French|Französisch|Français|Francés
Geography|Erdkunde|Géographie|Geografía
Sport|Sport|Sport|Deporte
Begin|Anfangen|Commencer|Empezar
Continue|Weitermachen|Continuer|Continuar
Check|Prüfen|Vérifier|Comprobar
Improve|Verbessern|Améliorer|Mejorar
Share|Teilen|Partager|Compartir
Gather what you need|Alles bereitlegen|Réunir le nécessaire|Reunir lo necesario
Start small|Klein anfangen|Commencer petit|Empezar poco a poco
Step by step|Schritt für Schritt|Pas à pas|Paso a paso
Look at the result|Ergebnis ansehen|Regarder le résultat|Ver el resultado
Learn from it|Daraus lernen|En tirer des leçons|Aprender de ello
Tell others|Anderen erzählen|En parler|Contarlo
Less stress|Weniger Stress|Moins de stress|Menos estrés
Calm and relaxed|Ruhig und entspannt|Calme et détendu|Tranquilo y relajado
Better sleep|Besserer Schlaf|Meilleur sommeil|Mejor sueño
Deep and long|Tief und lang|Profond et long|Profundo y largo
New friends|Neue Freunde|Nouveaux amis|Nuevos amigos
Together is more fun|Gemeinsam macht mehr Spaß|Ensemble, c'est mieux|Juntos es mejor
Strong brand|Starke Marke|Marque forte|Marca fuerte
Skilled team|Gutes Team|Équipe compétente|Buen equipo
Loyal customers|Treue Kunden|Clients fidèles|Clientes fieles
Good reputation|Guter Ruf|Bonne réputation|Buena reputación
Small team|Kleines Team|Petite équipe|Equipo pequeño
Little marketing|Wenig Werbung|Peu de publicité|Poca publicidad
New partners|Neue Partner|Nouveaux partenaires|Nuevos socios
Online channels|Online-Kanäle|Canaux en ligne|Canales en línea
Rising costs|Steigende Kosten|Coûts en hausse|Costos crecientes
New rules|Neue Regeln|Nouvelles règles|Nuevas reglas
New markets|Neue Märkte|Nouveaux marchés|Nuevos mercados
Username|Benutzername|Identifiant|Usuario
Email|E-Mail|E-mail|Correo
Password|Passwort|Mot de passe|Contraseña
Sign in|Anmelden|Se connecter|Iniciar sesión
Monday|Montag|Lundi|Lunes
Tuesday|Dienstag|Mardi|Martes
Wednesday|Mittwoch|Mercredi|Miércoles
Thursday|Donnerstag|Jeudi|Jueves
Friday|Freitag|Vendredi|Viernes
Phase 1|Phase 1|Phase 1|Fase 1
Phase 2|Phase 2|Phase 2|Fase 2
Phase 3|Phase 3|Phase 3|Fase 3
Phase 4|Phase 4|Phase 4|Fase 4
Phase 5|Phase 5|Phase 5|Fase 5
Phase 6|Phase 6|Phase 6|Fase 6
"""
TRANSLATIONS: dict[str, tuple[str, ...]] = {
    english: tuple(others)
    for english, *others in (row.split("|") for row in f"{_ROWS.strip()}\n{ROWS.strip()}".split("\n"))
}
"""English -> one for each of LANGUAGES."""
