"""Chinese and Japanese grammar for prompts: verbs, places, particles, counters."""

from limner_illustrator.scene import RelationKind

PARTICLES = frozenset("的了在是和与有着がはをにでとのへも、")
DIGITS = {
    "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
}  # fmt: skip
COUNTERS = "杯碗瓶群片束盏棟栋首架串盘幅枚本匹羽只隻个個条條头頭匹辆輛朵本棵位名张張把艘座间羽人台つ"
CHINESE_PLACES: dict[str, RelationKind] = {
    "上面": "on", "里面": "in", "裡面": "in", "下面": "under", "旁边": "beside", "旁邊": "beside", "前面": "front",
    "后面": "behind", "後面": "behind", "上": "on", "里": "in", "裡": "in", "中": "in", "下": "under",
}  # fmt: skip
JAPANESE_PLACES: dict[str, RelationKind] = {
    "の上": "on", "の中": "in", "の下": "under", "の隣": "beside", "の横": "beside", "のそば": "beside",
    "の前": "front", "の後ろ": "behind", "の右": "right", "の左": "left",
}  # fmt: skip
# Stem -> a verb in `verbs.VERBS`.
CHINESE_VERBS = {
    "骑": "riding", "騎": "riding", "坐": "sitting", "吃": "eating", "喝": "drinking", "拿": "holding", "抱": "holding",
    "戴": "wearing", "穿": "wearing", "读": "reading", "讀": "reading", "睡觉": "sleeping", "睡": "sleeping",
    "奔跑": "running", "跑": "running", "飞": "flying", "飛": "flying", "游泳": "swimming", "跳舞": "dancing",
    "玩": "playing with", "弹": "playing the", "彈": "playing the", "站": "standing", "看": "looking at",
    "开车": "driving", "追": "chasing", "织": "knitting", "哭": "crying", "喂": "feeding", "挖": "digging",
    "爬": "climbing", "写字": "writing", "扔": "throwing", "踢": "kicking", "推": "pushing", "抓": "catching",
    "浇": "watering", "修理": "repairing", "钓鱼": "fishing", "唱歌": "singing", "拥抱": "hugging",
}  # fmt: skip
JAPANESE_VERBS = {
    "乗": "riding", "座": "sitting", "食べ": "eating", "飲": "drinking", "寝": "sleeping", "眠": "sleeping",
    "持": "holding", "着": "wearing", "被": "wearing", "かぶ": "wearing", "走": "running", "飛": "flying",
    "泳": "swimming", "読": "reading", "遊": "playing", "踊": "dancing", "歩": "walking", "立": "standing",
    "見": "looking at", "弾": "playing the", "抱": "holding", "運転": "driving", "編": "knitting",
    "編み物を": "knitting",
    "泣": "crying", "笑": "laughing", "登": "climbing", "押": "pushing", "掘": "digging", "書": "writing",
    "投げ": "throwing", "追いかけ": "chasing", "歌": "singing", "描": "painting", "洗": "washing", "釣りを": "fishing",
    "釣": "fishing", "抱きしめ": "hugging", "直": "repairing", "蹴": "kicking", "引": "pulling",
}  # fmt: skip
JAPANESE_ENDINGS = (
    "っている|っていた|んでいる|いている|いでいる|ている|てる|って|んで|いで|"
    "する|している|った|んだ|いだ|る|た|う|く|ぐ|む|ぶ|つ|て"
)
UNLISTED = frozenset({
    "一个", "一只", "一张", "一幅", "图片", "照片", "画面", "风格", "背景", "美丽", "可爱", "高清", "高质量", "写实",
    "细节", "真实", "画像", "写真", "風景", "高画質", "美", "可愛", "詳細", "正在", "一位", "插画", "设计", "スタイル",
    "イラスト", "デザイン",
})  # fmt: skip
"""Unknown words that are not listed in notes."""
