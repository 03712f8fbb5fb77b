"""What slides of presentations say where their prompts give only a topic."""

SLIDES: tuple[tuple[str, str, str, tuple[str, ...], str], ...] = (
    ("market (?:size|opportunity)|\\btam\\b|market research", "Market size", "chart",
     ("Total market: $4.2 bn", "Reachable market: $860 m", "Our share in 3 years: $42 m", "Growing 14% a year"), ""),
    ("traction|growth|revenue|sales|results|kpi|metrics|quarter|financial", "Growth", "chart",
     ("Revenue up 38%", "12,400 active users", "96% stay after a month", "Break-even in spring"), ""),
    ("problem", "The problem", "picture",
     ("It takes too long", "It costs too much", "Tools do not fit together", "Nobody owns it"),
     "a puzzled man"),
    ("solution|product|how it works", "The solution", "picture",
     ("One place for all", "Set up in ten minutes", "Works with your tools", "Half the cost"), "a light bulb"),
    ("team|about us|founders", "The team", "picture",
     ("Anna Berg: product", "Ben Cole: engineering", "Clara Diaz: design", "David Evans: sales"), "four people"),
    ("roadmap|timeline|next steps|plan", "Next steps", "picture",
     ("Spring: beta with 50 teams", "Summer: mobile app", "Autumn: launch", "Winter: three new countries"), "a rocket"),
    ("competit|landscape", "Competition", "chart",
     ("Faster than spreadsheets", "Cheaper than suites", "Simpler than tools", "Best support"), ""),
    ("business model|pricing|monetiz", "Business model", "chart",
     ("Monthly plans from $9", "Yearly plans save 20%", "Margin of 78%", "Partners earn 15%"), ""),
    ("invest|funding|the ask|raise", "The ask", "picture",
     ("Raising $1.5 m", "60% product", "25% growth", "15% team"), "a gold coin and a chart increasing"),
    ("agenda|outline|contents", "Agenda", "picture",
     ("Where we are", "What we learned", "What comes next", "Questions"), "a clipboard"),
    ("thank you|questions|q ?& ?a|closing", "Thank you", "picture", ("Questions?", "hello@example.com"), "a bouquet"),
)  # fmt: skip
"""Words of the prompt -> title, what stands at the right, bullet points, and the picture's description."""
PLAIN_POINTS = ("Why it matters", "Where we are today", "What we can do", "Next steps")
