"""Graphics whose prompts are in other languages than English."""

import pytest

from limner_illustrator import draw
from limner_illustrator.language.genres import read_graphic


def read(prompt):
    reading = read_graphic(prompt, seed=0)
    assert reading is not None
    return reading


@pytest.mark.parametrize(
    ("prompt", "kind", "values"),
    [
        (
            "Kreisdiagramm der Anteile: Android 70, iOS 28, andere 2",
            "pie-chart",
            {"Android": 70, "iOS": 28, "Andere": 2},
        ),
        ("camembert des langages : Python 40, Java 60", "pie-chart", {"Python": 40, "Java": 60}),
        ("grafico a torta delle vendite: mele 30, pere 70", "pie-chart", {"Mele": 30, "Pere": 70}),
        ("Cirkeldiagram van het verbruik: gas 50, water 20", "pie-chart", {"Gas": 50, "Water": 20}),
        ("gráfico de pizza das vendas: norte 40, sul 60", "pie-chart", {"Norte": 40, "Sul": 60}),
        ("wykres słupkowy: jabłka 3, gruszki 5", "bar-chart", {"Jabłka": 3, "Gruszki": 5}),
        ("круговая диаграмма расходов: еда 40, транспорт 60", "pie-chart", {"Еда": 40, "Транспорт": 60}),
        ("売上の円グラフ 東京 40 大阪 30 名古屋 30", "pie-chart", {"東京": 40, "大阪": 30, "名古屋": 30}),
        ("饼图：苹果30%，三星25%，其他45%", "pie-chart", {"苹果": 30, "三星": 25, "其他": 45}),
        ("원형 차트 서울 50 부산 30", "pie-chart", {"서울": 50, "부산": 30}),
    ],
)
def test_charts_of_other_languages_have_their_values(prompt, kind, values):
    graphic = read(prompt).graphic
    assert graphic.kind == kind
    assert {item.label: item.value for item in graphic.items} == values
    assert read(prompt).missing == ()


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("diagramma di flusso di un ordine", "flow-chart"),
        ("tijdlijn van de geschiedenis", "timeline"),
        ("mapa mental sobre el clima", "mind-map"),
        ("akış şeması", "flow-chart"),
        ("блок-схема входа", "flow-chart"),
        ("ログインのフローチャートを描いてください", "flow-chart"),
        ("画一个思维导图：健康、饮食、睡眠", "mind-map"),
    ],
)
def test_names_of_other_languages_choose_the_kind(prompt, kind):
    assert read(prompt).graphic.kind == kind


def test_the_head_of_a_company_is_on_top_in_other_scripts():
    graphic = read("회사 조직도: 대표, 영업팀, 개발팀").graphic
    assert [item.label for item in graphic.items] == ["대표", "영업팀", "개발팀"]
    assert {(link.source, link.target) for link in graphic.links} == {(0, 1), (0, 2)}


@pytest.mark.parametrize("prompt", ["東京の夜景", "一只猫在花园里", "camembert sur une table", "una pizza con queso"])
def test_scenes_of_other_languages_stay_scenes(prompt):
    assert read_graphic(prompt, seed=0) is None


def test_numbers_belong_to_labels_that_are_counted():
    items = read("bar chart: Phase 1, Phase 2, Phase 3").graphic.items
    assert [item.label for item in items] == ["Phase 1", "Phase 2", "Phase 3"]


def test_a_chart_of_another_script_is_drawn():
    assert draw("売上の円グラフ 東京 40 大阪 30 名古屋 30", size=(200, 200)).note is None
