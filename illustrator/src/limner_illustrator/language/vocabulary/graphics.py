"""Graphics: what prompts call each kind, and how a description names it."""

from limner_illustrator.language.vocabulary.designs import DESIGNS
from limner_illustrator.language.vocabulary.graphic_terms import GraphicTerms
from limner_illustrator.language.vocabulary.screen_graphics import SCREENS

CHARTS = {
    "bar-chart": GraphicTerms(
        description="a bar chart",
        phrases=(
            "bar chart, bar graph, column chart, column graph, bar diagram, barchart, bargraph, bar plot, "
            "barplot, bar and column chart, balkendiagramm, säulendiagramm, gráfico de barras, diagramme à barres"
        ),
    ),
    "line-chart": GraphicTerms(
        description="a line chart",
        phrases=(
            "line chart, line graph, line plot, linechart, time series chart, time series plot, trend chart, "
            "trend line chart, sparkline, stock chart, burndown chart, burn-down chart, run chart, trend graph, "
            "growth chart, growth graph, liniendiagramm, gráfico de líneas, courbe graphique, xy graph"
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
            "graphique"
        ),
    ),
    "scatter-plot": GraphicTerms(
        description="a scatter plot",
        phrases=(
            "scatter plot, scatterplot, scatter chart, scatter graph, scatter diagram, bubble chart, correlation plot"
        ),
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
            "diagram, process chart, user flow, swimlane process diagram, user flow diagram, workflow chart, "
            "activity diagram, data flow diagram, process map, pipeline diagram, state diagram, state machine "
            "diagram, state machine, swimlane diagram, flussdiagramm, diagrama de flujo, organigramme de "
            "programmation"
        ),
        ambiguous="workflow",
    ),
    "mind-map": GraphicTerms(
        description="a mind map",
        phrases=(
            "mind map, mindmap, mind mapping diagram, concept map, brainstorm map, brainstorming map, spider "
            "diagram, idea map, brainstorming diagram, word web, mapa mental"
        ),
    ),
    "org-chart": GraphicTerms(
        description="an organisation chart",
        phrases=(
            "org chart, organization chart, organisation chart, organizational chart, organisational chart, "
            "orgchart, organigram, organogram, hierarchy chart, team structure chart, company structure chart, "
            "reporting structure chart, organization structure, organizational structure, family tree diagram, "
            "hierarchy diagram, organigramm, tree diagram, taxonomy diagram, site map, sitemap, file tree, class "
            "hierarchy, folder structure diagram"
        ),
    ),
    "decision-tree": GraphicTerms(
        description="a decision tree",
        phrases="decision tree, decision tree diagram, decision diagram, decision flow chart, decision flowchart",
    ),
    "timeline": GraphicTerms(
        description="a timeline",
        phrases=(
            "timeline, time line, timeline infographic, timeline chart, timeline diagram, product roadmap, "
            "roadmap, project roadmap, roadmap diagram, roadmap infographic, historical timeline, milestone "
            "chart, zeitstrahl"
        ),
    ),
    "gantt-chart": GraphicTerms(
        description="a Gantt chart",
        phrases="gantt chart, gantt diagram, gantt, project schedule chart, project plan chart, project schedule",
    ),
    "infographic": GraphicTerms(
        description="a numbered infographic",
        phrases=(
            "infographic, infographics, info graphic, numbered infographic, steps infographic, step by step "
            "guide, how-to infographic, numbered list, step diagram, steps diagram, list infographic, "
            "info-graphic, step-by-step infographic, process infographic, fact sheet, cheat sheet, cheatsheet"
        ),
    ),
    "venn-diagram": GraphicTerms(
        description="a Venn diagram", phrases="venn diagram, venn, euler diagram, venndiagramm, diagrama de venn"
    ),
    "pyramid-diagram": GraphicTerms(
        description="a pyramid diagram",
        phrases=(
            "pyramid diagram, pyramid chart, pyramid infographic, pyramid graph, hierarchy pyramid, maslow's "
            "hierarchy, maslow hierarchy, maslow's hierarchy of needs, maslow pyramid, maslow's pyramid, food "
            "pyramid, testing pyramid, test pyramid, population pyramid diagram, data pyramid, dikw pyramid, "
            "learning pyramid, energy pyramid, needs pyramid, test automation pyramid"
        ),
    ),
    "funnel-diagram": GraphicTerms(
        description="a funnel diagram",
        phrases=(
            "funnel chart, funnel diagram, sales funnel, marketing funnel, conversion funnel, funnel infographic, "
            "funnel graph, recruitment funnel, hiring funnel, customer funnel, purchase funnel, acquisition "
            "funnel, aarrr funnel, lead funnel"
        ),
    ),
    "cycle-diagram": GraphicTerms(
        description="a cycle diagram",
        phrases=(
            "cycle diagram, life cycle, lifecycle, cycle chart, circular diagram, circular flow diagram, life "
            "cycle diagram, lifecycle diagram, circle diagram, cycle infographic, circular process diagram, pdca "
            "cycle, water cycle diagram, feedback loop diagram, flywheel diagram, development lifecycle, "
            "development life cycle, loop diagram, water cycle, carbon cycle, rock cycle, nitrogen cycle, product "
            "life cycle, plan do check act"
        ),
    ),
    "matrix": GraphicTerms(
        description="a matrix of quadrants",
        phrases=(
            "swot analysis, swot diagram, swot matrix, swot chart, swot, 2x2 matrix, two by two matrix, 2 x 2 "
            "matrix, quadrant chart, quadrant diagram, four quadrant diagram, four quadrants, eisenhower matrix, "
            "priority matrix, prioritization matrix, decision matrix, bcg matrix, impact effort matrix, effort "
            "impact matrix, risk matrix, matrix diagram, quadrant matrix, gartner quadrant, magic quadrant"
        ),
    ),
    "network-diagram": GraphicTerms(
        description="a network diagram",
        phrases=(
            "network diagram, network topology, network topology diagram, computer network diagram, topology "
            "diagram, lan diagram, home network diagram, network graph, node graph, network map, knowledge graph, "
            "graph of nodes, node diagram, social graph, directed graph, undirected graph, neural network diagram"
        ),
    ),
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
            "data table, markdown table, ascii table, table of http status codes, table of planets, table of "
            "countries, table of capitals, table of employees, table of students, table of prices, table of "
            "results, table of sales, table of values, table of products, table of contents, table of grades, "
            "spreadsheet, table chart, table with columns, table with rows, table with headers, html table, table "
            "of data, excel table, excel sheet, table showing, table listing, table graphic, statistics table, "
            "schedule table, class schedule, weekly schedule, timetable, school timetable, leaderboard, "
            "scoreboard table, ranking table, price list, invoice table, table with the columns, periodic "
            "overview table, truth table, multiplication table, conversion table, weekly planner, league table, "
            "standings table, meal plan, meal planner"
        ),
    ),
    "comparison-table": GraphicTerms(
        description="a comparison table",
        phrases=(
            "comparison table, comparison chart, feature comparison, feature comparison table, table comparing, "
            "pros and cons table, pros and cons list, pros and cons, versus table, feature matrix, comparison "
            "matrix, comparison infographic, feature table, comparison graphic, side by side comparison"
        ),
    ),
    "pricing-table": GraphicTerms(
        description="a pricing table",
        phrases=(
            "pricing table, price table, pricing plans, pricing page, pricing cards, pricing section, pricing "
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
            "de tareas"
        ),
    ),
    "kanban-board": GraphicTerms(
        description="a kanban board",
        phrases="kanban board, kanban, scrum board, task board, trello board, sprint board, agile board, jira board",
    ),
}

GRAPHICS: dict[str, GraphicTerms] = {**CHARTS, **DIAGRAMS, **TABLES, **SCREENS, **DESIGNS}
"""By the name of the kind in the registry of graphics."""
