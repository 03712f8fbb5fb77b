"""Graphics: what prompts call each kind, and how a description names it."""

from dataclasses import replace

from limner_illustrator.language.vocabulary.designs import DESIGNS
from limner_illustrator.language.vocabulary.graphic_names import SPACED_NAMES
from limner_illustrator.language.vocabulary.graphic_terms import GraphicTerms
from limner_illustrator.language.vocabulary.intro_screens import INTRO_SCREENS
from limner_illustrator.language.vocabulary.screen_graphics import SCREENS

CHARTS = {
    "bar-chart": GraphicTerms(
        description="a bar chart",
        phrases=(
            "bar chart, bar graph, column chart, column graph, bar diagram, barchart, bargraph, bar plot, "
            "barplot, bar and column chart, balkendiagramm, säulendiagramm, gráfico de barras, diagrama de barras, "
            "diagramme à barres, diagramme en barres, graphique à barres, graphique en barres, histogramme en barres"
        ),
    ),
    "line-chart": GraphicTerms(
        description="a line chart",
        phrases=(
            "line chart, line graph, line plot, linechart, time series chart, time series plot, trend chart, "
            "trend line chart, sparkline, stock chart, burndown chart, burn-down chart, run chart, trend graph, "
            "growth chart, growth graph, liniendiagramm, gráfico de líneas, diagrama de líneas, graphique linéaire, "
            "graphique en courbes, courbe graphique, xy graph"
        ),
        ambiguous="chart, graph",
    ),
    "area-chart": GraphicTerms(
        description="an area chart",
        phrases="area chart, area graph, area plot, stacked area chart, stacked area graph, stacked area",
    ),
    "pie-chart": GraphicTerms(
        description="a pie chart",
        phrases=(
            "pie chart, pie graph, pie diagram, piechart, donut chart, doughnut chart, donut graph, doughnut "
            "graph, ring chart, kreisdiagramm, tortendiagramm, gráfico circular, gráfico de pastel, camembert "
            "graphique, diagramme circulaire, graphique circulaire, diagramme en camembert, gráfico de torta, "
            "kuchendiagramm"
        ),
    ),
    "scatter-plot": GraphicTerms(
        description="a scatter plot",
        phrases=("scatter plot, scatterplot, scatter chart, scatter graph, scatter diagram, correlation plot"),
    ),
    "bubble-chart": GraphicTerms(
        description="a bubble chart",
        phrases="bubble chart, bubble graph, bubble plot, bubble diagram, blasendiagramm, diagramme à bulles",
    ),
    "heat-map": GraphicTerms(
        description="a heat map",
        phrases=(
            "heat map, heatmap, heat map chart, heatmap chart, correlation matrix, correlation heatmap, risk heat map, "
            "confusion matrix, correlation heat map, risk heatmap"
        ),
    ),
    "sankey-diagram": GraphicTerms(
        description="a Sankey diagram",
        phrases="sankey diagram, sankey chart, sankey, sankey-diagramm, alluvial diagram, sankey graph, sankey flow",
    ),
    "histogram": GraphicTerms(
        description="a histogram", phrases="histogram, histograms, frequency distribution chart, distribution chart"
    ),
    "gauge": GraphicTerms(
        description="a gauge",
        phrases=(
            "gauge chart, speedometer gauge, gauge meter, kpi gauge, gauge diagram, radial gauge, speedometer "
            "chart, progress gauge, progress ring, risk meter, score gauge, gauge widget, risk gauge, performance "
            "gauge, satisfaction gauge"
        ),
        ambiguous="gauge, speedometer",
    ),
    "radar-chart": GraphicTerms(
        description="a radar chart", phrases="radar chart, spider chart, radar graph, spider diagram chart, radar plot"
    ),
}

DIAGRAMS = {
    "flow-chart": GraphicTerms(
        description="a flow chart",
        phrases=(
            "flow chart, flowchart, flow diagram, process diagram, process flow, process flow diagram, workflow "
            "diagram, process chart, user flow, user flow diagram, workflow chart, "
            "activity diagram, data flow diagram, process map, pipeline diagram, flussdiagramm, diagrama "
            "de flujo, diagramme de flux, flujograma, organigramme de programmation, ablaufdiagramm, logigramme"
        ),
        ambiguous="workflow",
    ),
    "state-diagram": GraphicTerms(
        description="a state diagram",
        phrases=(
            "state diagram, state machine diagram, state machine, uml state diagram, state chart, statechart, state "
            "transition diagram, finite state machine, zustandsdiagramm"
        ),
    ),
    "swimlane-diagram": GraphicTerms(
        description="a swimlane diagram",
        phrases=(
            "swimlane diagram, swim lane diagram, swimlane, swim lane, swimlane chart, swim lane chart, swimlane "
            "flowchart, swimlane process diagram, swim lane flowchart, cross-functional flowchart, cross functional "
            "flowchart, swimlane flow chart, cross-functional diagram, swimlanes"
        ),
    ),
    "mind-map": GraphicTerms(
        description="a mind map",
        phrases=(
            "mind map, mindmap, mind mapping diagram, concept map, brainstorm map, brainstorming map, spider "
            "diagram, idea map, brainstorming diagram, word web, mapa mental, mapa conceptual, carte conceptuelle, "
            "carte mentale, "
            "gedankenkarte, carte heuristique"
        ),
    ),
    "org-chart": GraphicTerms(
        description="an organisation chart",
        phrases=(
            "org chart, organization chart, organisation chart, organizational chart, organisational chart, "
            "orgchart, organigram, organogram, hierarchy chart, team structure chart, company structure chart, "
            "reporting structure chart, organization structure, organizational structure, family tree diagram, "
            "family tree, family tree chart, genealogy tree, genealogical tree, genealogy chart, stammbaum, árbol "
            "genealógico, arbre généalogique, "
            "hierarchy diagram, organigramm, organigrama, "
            "organigramme, tree diagram, taxonomy diagram, site map, sitemap, file tree, class "
            "hierarchy, folder structure diagram"
        ),
    ),
    "decision-tree": GraphicTerms(
        description="a decision tree",
        phrases="decision tree, decision tree diagram, decision diagram, decision flow chart, decision flowchart",
    ),
    "slide": GraphicTerms(
        description="a slide",
        phrases="presentation slide, powerpoint slide, pitch deck slide, pitch deck, slide deck, google slides slide, "
        "keynote slide, title slide, cover slide, slide about, slide summarizing, slide explaining, "
        "slide titled, presentation template, powerpoint template, powerpoint presentation, agenda slide, opening "
        "slide, slide design, slide template, problem slide, solution slide, team slide",
    ),
    "neural-network": GraphicTerms(
        description="a neural network",
        phrases="neural network diagram, neural network architecture, neural network architecture diagram, "
        "diagram of a neural network, neural net diagram, artificial neural network, deep neural network diagram, "
        "neural network with, "
        "neural network illustration, perceptron diagram, multilayer perceptron, feedforward neural network",
    ),
    "fishbone-diagram": GraphicTerms(
        description="a fishbone diagram",
        phrases="fishbone diagram, fish bone diagram, ishikawa diagram, ishikawa, fishbone chart, cause and effect "
        "diagram, cause-and-effect diagram, root cause diagram, root cause analysis diagram, fishbone",
    ),
    "word-cloud": GraphicTerms(
        description="a word cloud",
        phrases="word cloud, wordcloud, tag cloud, word collage, word bubble, wordle style word art, nuage de mots, "
        "nube de palabras, wortwolke",
    ),
    "timeline": GraphicTerms(
        description="a timeline",
        phrases=(
            "timeline, time line, timeline infographic, timeline chart, timeline diagram, product roadmap, "
            "roadmap, project roadmap, roadmap diagram, roadmap infographic, historical timeline, milestone "
            "chart, zeitstrahl, zeitleiste, línea de tiempo, frise chronologique, línea del tiempo"
        ),
    ),
    "gantt-chart": GraphicTerms(
        description="a Gantt chart",
        phrases="gantt chart, gantt diagram, gantt, gantt-diagramm, cronograma, projektplan, "
        "diagramme de gantt, diagrama de gantt, "
        "project schedule chart, "
        "project plan chart, project schedule",
    ),
    "infographic": GraphicTerms(
        description="a numbered infographic",
        phrases=(
            "infographic, infographics, info graphic, numbered infographic, steps infographic, step by step "
            "guide, how-to infographic, numbered list, step diagram, steps diagram, list infographic, "
            "info-graphic, step-by-step infographic, process infographic, business model canvas, lean canvas, "
            "infografik, infographie, infografía, "
            "infografia, fact sheet, cheat sheet, cheatsheet"
        ),
    ),
    "venn-diagram": GraphicTerms(
        description="a Venn diagram",
        phrases="venn diagram, venn, euler diagram, venndiagramm, venn-diagramm, diagrama de venn, diagramme de venn",
    ),
    "pyramid-diagram": GraphicTerms(
        description="a pyramid diagram",
        phrases=(
            "pyramid diagram, pyramid chart, pyramid infographic, pyramid graph, hierarchy pyramid, maslow's "
            "hierarchy, maslow hierarchy, maslow's hierarchy of needs, maslow pyramid, maslow's pyramid, food "
            "pyramid, testing pyramid, test pyramid, population pyramid diagram, data pyramid, dikw pyramid, "
            "learning pyramid, energy pyramid, needs pyramid, test automation pyramid, ernährungspyramide, "
            "pirámide alimenticia, pyramide alimentaire, "
            "bedürfnispyramide, pirámide de maslow, pyramide de maslow"
        ),
    ),
    "funnel-diagram": GraphicTerms(
        description="a funnel diagram",
        phrases=(
            "funnel chart, funnel diagram, sales funnel, marketing funnel, conversion funnel, funnel infographic, "
            "funnel graph, recruitment funnel, hiring funnel, customer funnel, purchase funnel, acquisition "
            "funnel, aarrr funnel, lead funnel, verkaufstrichter, trichterdiagramm, embudo de ventas, entonnoir de "
            "vente, entonnoir de conversion"
        ),
        ambiguous="funnel",
    ),
    "cycle-diagram": GraphicTerms(
        description="a cycle diagram",
        phrases=(
            "cycle diagram, life cycle, lifecycle, cycle chart, circular diagram, circular flow diagram, life "
            "cycle diagram, lifecycle diagram, circle diagram, cycle infographic, circular process diagram, pdca "
            "cycle, water cycle diagram, feedback loop diagram, flywheel diagram, development lifecycle, "
            "development life cycle, loop diagram, water cycle, carbon cycle, rock cycle, nitrogen cycle, product "
            "life cycle, plan do check act, cycle of a product, cycle of product, sales cycle, innovation cycle, "
            "habit cycle, "
            "learning cycle, business cycle, economic cycle, cell cycle, wasserkreislauf, kreislaufdiagramm, ciclo "
            "del agua, cycle de l'eau, "
            "diagrama de ciclo, lebenszyklus, ciclo de vida, cycle de vie"
        ),
    ),
    "matrix": GraphicTerms(
        description="a matrix of quadrants",
        phrases=(
            "swot analysis, swot diagram, swot matrix, swot chart, swot, 2x2 matrix, two by two matrix, 2 x 2 "
            "matrix, quadrant chart, quadrant diagram, four quadrant diagram, four quadrants, eisenhower matrix, "
            "priority matrix, prioritization matrix, decision matrix, bcg matrix, impact effort matrix, effort "
            "impact matrix, risk matrix, matrix diagram, quadrant matrix, gartner quadrant, magic quadrant, "
            "swot-analyse, swot analyse, análisis foda, análisis dafo, analisis foda, análisis swot, analyse swot, "
            "matriz foda, "
            "matrice swot, eisenhower-matrix"
        ),
    ),
    "network-diagram": GraphicTerms(
        description="a network diagram",
        phrases=(
            "network diagram, network topology, network topology diagram, computer network diagram, topology "
            "diagram, lan diagram, home network diagram, network graph, node graph, network map, knowledge graph, "
            "graph of nodes, node diagram, social graph, directed graph, undirected graph"
        ),
    ),
    "connection-diagram": GraphicTerms(
        description="a diagram of connected parts",
        phrases="",  # found by its whole prompt, not by a name
    ),
    "screen-row": GraphicTerms(description="a row of screens", phrases=""),
    "sequence-diagram": GraphicTerms(
        description="a sequence diagram",
        phrases="sequence diagram, uml sequence diagram, message sequence chart, interaction diagram, sequenzdiagramm",
    ),
    "architecture-diagram": GraphicTerms(
        description="an architecture diagram",
        phrases=(
            "architecture diagram, system diagram, system architecture, system architecture diagram, block "
            "diagram, software architecture, software architecture diagram, cloud architecture, cloud "
            "architecture diagram, microservices diagram, microservice architecture, microservices architecture, "
            "component diagram, deployment diagram, infrastructure diagram, aws architecture, aws architecture "
            "diagram, system design, system design diagram, tech stack diagram, layer diagram, solution "
            "architecture, context diagram, architecture overview, client server diagram, client-server diagram, "
            "uml component diagram, three-tier architecture, 3-tier architecture, serverless architecture, osi "
            "model, osi model diagram"
        ),
    ),
    "entity-diagram": GraphicTerms(
        description="an entity relationship diagram",
        phrases=(
            "er diagram, erd, entity relationship diagram, entity-relationship diagram, database schema, database "
            "schema diagram, database diagram, schema diagram, class diagram, uml class diagram, uml diagram, "
            "data model diagram, db schema, entity diagram, uml"
        ),
    ),
}

TABLES = {
    "table": GraphicTerms(
        description="a table",
        phrases=(
            "chore chart, chores chart, reward chart, habit tracker, habit tracker template, sticker chart, "
            "behavior chart, "
            "behaviour chart, data table, markdown table, ascii table, table of http status codes, "
            "table of planets, table of "
            "countries, table of capitals, table of employees, table of students, table of prices, table of "
            "results, table of sales, table of values, table of products, table of contents, table of grades, "
            "employee table, student table, customer table, product table, sales table, order table, user table, "
            "results table, inventory table, contact table, expense table, budget table, grades table, price table, "
            "spreadsheet, table chart, table with columns, table with rows, table with headers, html table, table "
            "of data, excel table, excel sheet, table showing, table listing, table graphic, statistics table, "
            "schedule table, class schedule, weekly schedule, timetable, school timetable, leaderboard, "
            "scoreboard table, ranking table, price list, invoice table, table with the columns, periodic "
            "overview table, truth table, multiplication table, conversion table, weekly planner, league table, "
            "standings table, meal plan, meal planner, stundenplan, wochenplan, horario escolar, "
            "tabla de horario, tabelle mit, tabelle der, tabelle von, tabla con, tabla de, tableau avec, "
            "horario de clases, "
            "horario semanal, emploi du temps"
        ),
    ),
    "receipt": GraphicTerms(
        description="a receipt",
        phrases=(
            "sales receipt, store receipt, shop receipt, grocery receipt, restaurant receipt, cash receipt, "
            "receipt for, receipt from, receipt template, coffee shop receipt, supermarket receipt, shopping receipt, "
            "payment receipt, receipt with, receipt showing, restaurant bill, kassenbon, kassenzettel"
        ),
        ambiguous="receipt",
    ),
    "invoice": GraphicTerms(
        description="an invoice",
        phrases=(
            "invoice template, invoice design, invoice for, invoice from, invoice to, invoice with, invoice showing, "
            "sales invoice, invoice page, invoice document, "
            "freelance invoice"
        ),
        ambiguous="invoice, rechnung, quotation template, price quote, facture, factura",
    ),
    "comparison-table": GraphicTerms(
        description="a comparison table",
        phrases=(
            "comparison table, comparison chart, feature comparison, feature comparison table, table comparing, "
            "pros and cons table, pros and cons list, pros and cons, versus table, feature matrix, comparison "
            "matrix, comparison infographic, feature table, comparison graphic, side by side comparison, "
            "comparatif, comparativa, tabla comparativa, cuadro comparativo, tableau comparatif, vor- und "
            "nachteile, ventajas y desventajas, "
            "avantages et inconvénients, vergleichstabelle"
        ),
    ),
    "journey-map": GraphicTerms(
        description="a journey map",
        phrases=(
            "customer journey map, user journey map, customer journey, user journey, journey map, experience map, "
            "customer journey diagram, patient journey map"
        ),
    ),
    "pricing-table": GraphicTerms(
        description="a pricing table",
        phrases=(
            "pricing table, pricing plans, pricing page, pricing cards, pricing section, pricing "
            "plan, subscription plans, price comparison table, pricing tiers, pricing page mockup, pricing page "
            "design"
        ),
    ),
    "calendar": GraphicTerms(
        description="a calendar",
        phrases=(
            "monthly calendar, calendar page, calendar for, calendar of, printable calendar, calendar template, "
            "calendar view, month calendar, calendar layout, calendar month, calendar ui, calendar app, calendar "
            "grid"
        ),
        ambiguous="calendar",
    ),
    "checklist": GraphicTerms(
        description="a checklist",
        phrases=(
            "checklist, check list, to-do list, todo list, to do list, task list, shopping list, grocery list, "
            "packing list, bucket list, todo app, to-do app, todo list app, to-do list app, task list app, lista "
            "de tareas, checkliste, einkaufsliste, packliste, lista de compras, lista de la compra, liste de courses"
        ),
    ),
    "kanban-board": GraphicTerms(
        description="a kanban board",
        phrases="kanban board, kanban, scrum board, task board, trello board, sprint board, agile board, jira board, "
        "kanban-board, tablero kanban, tableau kanban",
    ),
}

GRAPHICS: dict[str, GraphicTerms] = {**CHARTS, **DIAGRAMS, **TABLES, **SCREENS, **INTRO_SCREENS, **DESIGNS}
GRAPHICS |= {
    kind: replace(GRAPHICS[kind], phrases=f"{GRAPHICS[kind].phrases}, {names}") for kind, names in SPACED_NAMES.items()
}
"""By the name of the kind in the registry of graphics."""
