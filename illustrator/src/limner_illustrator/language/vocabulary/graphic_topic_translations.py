"""The translations of what diagrams say about single topics, like those of graphic_translations."""

ROWS = """
Learn the basics|Grundlagen lernen|Apprendre les bases|Aprender lo básico
Read and ask|Lesen und fragen|Lire et demander|Leer y preguntar
Set a goal|Ziel setzen|Fixer un but|Fijar una meta
What do you want?|Was soll es werden?|Que voulez-vous ?|¿Qué quieres?
Make a plan|Plan machen|Faire un plan|Hacer un plan
Time and money|Zeit und Geld|Temps et argent|Tiempo y dinero
Get what you need|Alles besorgen|Réunir le nécessaire|Reunir lo necesario
Tools and people|Werkzeug und Leute|Outils et personnes|Herramientas y gente
Do it|Umsetzen|Passer à l'action|Hacerlo
Step by step|Schritt für Schritt|Pas à pas|Paso a paso
Check the result|Ergebnis prüfen|Vérifier le résultat|Revisar el resultado
Improve it|Verbessern|Améliorer|Mejorarlo
Enter email|E-Mail eingeben|Saisir l'e-mail|Introducir el correo
Account exists?|Konto vorhanden?|Compte existant ?|¿Existe la cuenta?
Send reset link|Link senden|Envoyer le lien|Enviar el enlace
Set new password|Neues Passwort setzen|Nouveau mot de passe|Nueva contraseña
Category A|Kategorie A|Catégorie A|Categoría A
Category B|Kategorie B|Catégorie B|Categoría B
Category C|Kategorie C|Catégorie C|Categoría C
Category D|Kategorie D|Catégorie D|Categoría D
Category E|Kategorie E|Catégorie E|Categoría E
Bananas|Bananen|Bananes|Plátanos
Oranges|Orangen|Oranges|Naranjas
Grapes|Trauben|Raisins|Uvas
Berries|Beeren|Baies|Bayas
Potatoes|Kartoffeln|Pommes de terre|Papas
Tomatoes|Tomaten|Tomates|Tomates
Carrots|Karotten|Carottes|Zanahorias
Onions|Zwiebeln|Oignons|Cebollas
Peppers|Paprika|Poivrons|Pimientos
Juice|Saft|Jus|Zumo
Soda|Limonade|Soda|Refresco
Dogs|Hunde|Chiens|Perros
Cats|Katzen|Chats|Gatos
Fish|Fische|Poissons|Peces
Birds|Vögel|Oiseaux|Pájaros
Rodents|Nagetiere|Rongeurs|Roedores
Basketball|Basketball|Basket|Baloncesto
Tennis|Tennis|Tennis|Tenis
Cycling|Radfahren|Cyclisme|Ciclismo
Same time every night|Jede Nacht zur gleichen Zeit|Même heure chaque soir|Misma hora cada noche
Routine|Routine|Routine|Rutina
Screens off|Bildschirme aus|Éteindre les écrans|Apagar pantallas
One hour before bed|Eine Stunde vor dem Schlafen|Une heure avant|Una hora antes
Cool room|Kühles Zimmer|Chambre fraîche|Cuarto fresco
About 18 °C|Etwa 18 °C|Environ 18 °C|Unos 18 °C
No caffeine|Kein Koffein|Pas de caféine|Sin cafeína
After 2 pm|Nach 14 Uhr|Après 14 h|Después de las 14 h
Read or stretch|Lesen oder dehnen|Lire ou s'étirer|Leer o estirarse
Owner|Inhaber|Propriétaire|Dueño
Head chef|Küchenchef|Chef de cuisine|Jefe de cocina
Restaurant manager|Restaurantleitung|Directeur de salle|Gerente
Sous-chef|Souschef|Sous-chef|Segundo chef
Pastry chef|Konditor|Pâtissier|Repostero
Waiters|Service|Serveurs|Meseros
Bar|Bar|Bar|Barra
Chief physician|Chefarzt|Médecin-chef|Médico jefe
Head of nursing|Pflegeleitung|Cadre infirmier|Jefa de enfermería
Administration|Verwaltung|Administration|Administración
Surgery|Chirurgie|Chirurgie|Cirugía
Cardiology|Kardiologie|Cardiologie|Cardiología
Nurses|Pflege|Infirmiers|Enfermeros
Finance|Finanzen|Finances|Finanzas
Vice principal|Stellvertretung|Adjoint|Subdirector
Sciences|Naturwissenschaften|Sciences|Ciencias
Languages|Sprachen|Langues|Idiomas
Arts|Kunst|Arts|Artes
Office|Sekretariat|Secrétariat|Secretaría
Caretaker|Hausmeister|Concierge|Conserje
Application|Bewerbung|Candidature|Solicitud
Screening|Vorauswahl|Présélection|Preselección
Suitable?|Geeignet?|Adapté ?|¿Apto?
Interview|Gespräch|Entretien|Entrevista
Send refusal|Absage senden|Envoyer un refus|Enviar rechazo
Make an offer|Angebot machen|Faire une offre|Hacer una oferta
Hired|Eingestellt|Embauché|Contratado
Add to cart|In den Warenkorb|Ajouter au panier|Añadir al carrito
Enter address|Adresse eingeben|Saisir l'adresse|Escribir la dirección
Payment accepted?|Zahlung angenommen?|Paiement accepté ?|¿Pago aceptado?
Ship order|Bestellung versenden|Expédier|Enviar pedido
Try another card|Andere Karte|Autre carte|Otra tarjeta
Enter username and password|Name und Passwort eingeben|Saisir identifiants|Usuario y contraseña
Valid?|Gültig?|Valide ?|¿Válido?
Open dashboard|Startseite öffnen|Ouvrir l'accueil|Abrir inicio
Show error|Fehler anzeigen|Afficher l'erreur|Mostrar error
Back end|Back end|Back end|Back end
Front end|Front end|Front end|Front end
Architecture|Architektur|Architecture|Arquitectura
Track|Aufschreiben|Suivre|Anotar
Write down what you spend|Ausgaben notieren|Noter les dépenses|Anota tus gastos
Plan each month|Jeden Monat planen|Planifier chaque mois|Planea cada mes
Cancel what you don't use|Unnötiges kündigen|Résilier l'inutile|Cancela lo que no usas
Save first|Zuerst sparen|Épargner d'abord|Ahorra primero
10% of your income|10 % des Einkommens|10 % du revenu|10 % de tus ingresos
Check every month|Jeden Monat prüfen|Vérifier chaque mois|Revisa cada mes
Plastic|Plastik|Plastique|Plástico
Dates and budget|Termine und Budget|Dates et budget|Fechas y presupuesto
Choose|Auswählen|Choisir|Elegir
Where to go|Wohin es geht|Où aller|Adónde ir
Go|Losfahren|Partir|Ir
Egg|Ei|Œuf|Huevo
Caterpillar|Raupe|Chenille|Oruga
Chrysalis|Puppe|Chrysalide|Crisálida
Butterfly|Schmetterling|Papillon|Mariposa
Lectures|Vorlesungen|Cours|Clases
Meeting|Besprechung|Réunion|Reunión
Focus|Fokus|Concentration|Concentración
Emails|E-Mails|E-mails|Correos
Project|Projekt|Projet|Proyecto
Reading|Lesen|Lecture|Lectura
"""
