"""Causes of usual problems, by the bones of a fishbone diagram."""

BONES = ("People", "Process", "Equipment", "Materials", "Environment", "Management")

CAUSES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("deliver|shipping|logistic|late", (
        "Too few drivers; New staff", "Wrong address; No tracking", "Vans break down; Slow scanner",
        "Missing boxes; Late stock", "Traffic; Snow", "Tight schedule; No plan B")),
    ("defect|quality|product|manufactur|scrap", (
        "No training; Tired shift", "Steps skipped; No checks", "Worn tools; Not calibrated",
        "Bad batch; Wrong size", "Dust; Heat", "Cost pressure; Unclear goals")),
    ("software|bug|outage|app\\b|website|slow|crash|downtime|server", (
        "No review; Key person ill", "No tests; Late merge", "Old server; Full disk",
        "Bad data; Old library", "Traffic peak; Network", "Tight deadline; No budget")),
    ("customer|complaint|service|satisf|churn", (
        "Rude tone; Too few agents", "Long forms; Many hand-overs", "Phone system; Slow website",
        "Wrong parts; Poor manual", "Noisy office; Peak season", "No targets; Little trust")),
    ("sales|revenue|conversion", (
        "New team; Low skills", "Slow offers; No follow-up", "Old CRM; Weak website",
        "Few leads; Poor samples", "Rivals; Season", "Wrong price; No focus")),
    ("absen|turnover|morale|burnout|employee", (
        "Conflict; No friends", "Overtime; Unclear roles", "Old laptops; Bad chairs",
        "Missing supplies; Cheap tools", "Noise; Long commute", "No praise; No growth")),
    ("accident|injur|safety", (
        "No helmet; Tired", "No checklist; Hurry", "Broken guard; Old ladder", "Slippery oil; Sharp edges",
        "Dark; Wet floor", "No training; No budget")),
    ("student|school|grade|exam", (
        "Little sleep; Fear", "No plan; Late start", "Old books; Slow laptop", "Hard texts; No examples",
        "Noise; Crowded room", "Large classes; No feedback")),
    ("", (
        "Skills; Motivation", "Unclear steps; Delays", "Old tools; Repairs", "Quality; Supply", "Noise; Season",
        "Goals; Budget")),
)  # fmt: skip
"""Words of the prompt -> two causes for each bone."""
