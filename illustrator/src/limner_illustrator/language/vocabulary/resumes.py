"""What resumes say of usual professions where the prompt does not."""

SKILLS: tuple[tuple[str, str, str, str], ...] = (
    ("design|illustrat|artist|creative|photograph", "Layout; Typography; Branding; Illustration; Photo editing",
     "Senior designer, Studio North; Designer, Blue Harbour", "BA Visual Communication"),
    ("develop|engineer|program|software|devops|\\bdata\\b|web", "Python; TypeScript; SQL; Cloud; Testing",
     "Senior engineer, Northwind; Developer, Blue Harbour", "BSc Computer Science"),
    ("nurse|doctor|medic|health|care|therap|pharma", "Patient care; First aid; Records; Teamwork; Triage",
     "Ward nurse, City Hospital; Care assistant, St. Mary", "Diploma in Nursing"),
    ("teach|professor|tutor|educat|school", "Lesson planning; Class leadership; Assessment; Patience; Music",
     "Teacher, Park School; Assistant teacher, Lake School", "MA Education"),
    ("market|content|social|writer|journal|editor|copy", "Campaigns; SEO; Writing; Analytics; Social media",
     "Marketing lead, Northwind; Editor, Harbour Press", "BA Communication"),
    ("chef|cook|baker|waiter|barista|restaurant", "Menu planning; Hygiene; Costing; Team lead; Pastry",
     "Sous-chef, Blue Harbour; Cook, Garden Kitchen", "Cooking apprenticeship"),
    ("sales|account|business|manager|consult|product|project", "Negotiation; Planning; Budgets; Reporting; Leading",
     "Manager, Northwind; Associate, Harbour Group", "MSc Business"),
    ("student|intern|graduate", "Research; Presentation; Languages; Spreadsheets; Teamwork",
     "Intern, Northwind; Library assistant, University", "BSc, in progress"),
    ("", "Planning; Communication; Teamwork; Languages; Problem solving",
     "Team lead, Northwind; Associate, Blue Harbour", "BA, City University"),
)  # fmt: skip
"""Words of the prompt -> skills, positions, a degree."""
