"""What Italian, Portuguese, Dutch, Swedish, Polish, Russian, Turkish, Japanese, Chinese and Korean call graphics."""

SPACED_NAMES: dict[str, str] = {
    "pie-chart": (
        "grafico a torta, grafico a ciambella, diagramma a torta, gráfico de pizza, gráfico de setores, gráfico de "
        "sectores, diagrama de sectores, gráfica circular, gráfica de pastel, gráfico pizza, cirkeldiagram, "
        "taartdiagram, cirkelgrafiek, wykres kołowy, wykresu kołowego, diagram kołowy, круговая диаграмма, круговую "
        "диаграмму, круговой диаграммы, секторная диаграмма, pasta grafiği, pasta grafik, halka grafik, "
        "camembert des, "
        "camembert montrant, camembert de la, camembert de répartition, ringdiagramm, donutdiagramm, tårtdiagram"
    ),
    "bar-chart": (
        "grafico a barre, grafico a colonne, istogramma delle, diagramma a barre, gráfica de barras, gráfico de "
        "colunas, staafdiagram, staafgrafiek, kolomdiagram, stapeldiagram, wykres słupkowy, wykresu słupkowego, "
        "diagram słupkowy, столбчатая диаграмма, столбчатую диаграмму, столбиковая диаграмма, гистограмма "
        "продаж, çubuk "
        "grafik, çubuk grafiği, sütun grafik, sütun grafiği, stapelgrafik, säulengrafik, balkengrafik"
    ),
    "line-chart": (
        "grafico a linee, grafico lineare, gráfica de líneas, gráfica lineal, gráfico lineal, gráfico de linhas, "
        "gráfico de linha, lijndiagram, lijngrafiek, linjediagram, wykres liniowy, wykresu liniowego, "
        "линейный график, "
        "линейная диаграмма, çizgi grafik, çizgi grafiği, kurvendiagramm"
    ),
    "flow-chart": (
        "diagramma di flusso, schema di flusso, fluxograma, diagrama de fluxo, stroomdiagram, stroomschema, "
        "flödesschema, flödesdiagram, schemat blokowy, diagram przepływu, блок-схема, блок-схему, блок схема, akış "
        "şeması, akış diyagramı, programmablaufplan"
    ),
    "org-chart": (
        "organigramma, organograma, organigram, organogram, organisatieschema, organisationsschema, schemat "
        "organizacyjny, organizasyon şeması, организационная структура, оргструктура, структура компании, albero "
        "genealogico, árvore genealógica, drzewo genealogiczne, генеалогическое древо, soy ağacı, stamboom"
    ),
    "mind-map": (
        "mappa mentale, mappa concettuale, mapa mental, mapa conceitual, gedachtenkaart, tankekarta, mapa myśli, "
        "интеллект-карта, интеллект-карту, ментальная карта, ментальную карту, zihin haritası, kavram haritası"
    ),
    "timeline": (
        "linea del tempo, linea temporale, cronologia di, linha do tempo, tijdlijn, tidslinje, oś czasu, "
        "лента времени, "
        "ленту времени, временная шкала, zaman çizelgesi, línea temporal, ligne du temps, chronologie de, "
        "chronologie du, "
        "zeitachse"
    ),
    "comparison-table": (
        "tabella comparativa, tabella di confronto, tabela comparativa, tabela de comparação, "
        "vergelijkingstabel, tabela "
        "porównawcza, сравнительная таблица, таблица сравнения, karşılaştırma tablosu, cuadro comparativo"
    ),
    "venn-diagram": "diagramma di venn, venndiagram, diagram venna, диаграмма венна, venn şeması, venn diyagramı",
    "infographic": "infografica, infográfico, infographie, инфографика, infografik, infografika, infografiikka",
    "pyramid-diagram": "diagramma a piramide, diagrama de pirâmide, piramida potrzeb, пирамида маслоу, "
    "piramide di maslow",
    "gantt-chart": "diagramma di gantt, gráfico de gantt, диаграмма ганта, wykres gantta, gantt şeması",
    "histogram": "histograma, istogramma, histogramm, histogramme, гистограмма",
    "scatter-plot": (
        "grafico a dispersione, gráfico de dispersión, gráfica de dispersión, gráfico de dispersão, nuage de points, "
        "streudiagramm, spreidingsdiagram, wykres punktowy, точечная диаграмма"
    ),
    "radar-chart": "netzdiagramm, spinnendiagramm, radardiagramm, grafico radar, gráfico de radar, graphique radar",
    "calendar": "kalenderblatt, monatskalender, calendario mensile, calendario mensual, calendrier mensuel",
}
"""By kind, in languages that put spaces between words."""

UNSPACED_NAMES: dict[str, str] = {
    "pie-chart": "円グラフ パイチャート ドーナツグラフ 饼图 饼状图 圆饼图 餅圖 圓餅圖 环形图 원형그래프 "
    "원그래프 파이차트 원형차트",
    "bar-chart": "棒グラフ バーチャート 柱状图 条形图 柱形图 長條圖 막대그래프 막대차트 바차트",
    "line-chart": "折れ線グラフ 線グラフ 折线图 折線圖 趋势图 꺾은선그래프 선그래프 라인차트",
    "flow-chart": "フローチャート フロー図 流れ図 流程图 流程圖 순서도 플로우차트 흐름도",
    "org-chart": "組織図 家系図 组织结构图 组织架构图 組織圖 家谱图 조직도 가계도",
    "mind-map": "マインドマップ 思维导图 心智圖 脑图 마인드맵",
    "timeline": "年表 タイムライン 时间轴 时间线 時間軸 타임라인 연표",
    "comparison-table": "比較表 对比表 比较表 비교표",
    "venn-diagram": "ベン図 韦恩图 维恩图 벤다이어그램",
    "infographic": "インフォグラフィック 信息图 信息图表 資訊圖表 인포그래픽",
    "gantt-chart": "ガントチャート 甘特图 甘特圖 간트차트",
    "histogram": "ヒストグラム 直方图 히스토그램",
    "radar-chart": "レーダーチャート 雷达图 雷達圖 레이더차트",
    "scatter-plot": "散布図 散点图 산점도",
}
"""By kind, in Japanese, Chinese and Korean, without the spaces that Korean may put into them."""
