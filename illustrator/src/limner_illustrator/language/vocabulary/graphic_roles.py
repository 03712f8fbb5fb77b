"""Who does what in well-known processes, and the states of well-known machines.

An entry is (words of the prompt, title, entries). The last entry of a table is for all other subjects.
"""

from limner_illustrator.language.vocabulary.graphic_outlines import Outline

LANES: tuple[Outline, ...] = (
    ("hir|recruit|job appl|interview", "Hiring process", (
        "Manager: Request a position", "HR: Post the job", "Candidate: Apply", "HR: Screen applications",
        "Manager: Interview", "HR: Make an offer", "Candidate: Sign the contract")),
    ("onboard", "Onboarding", (
        "HR: Send the contract", "Employee: Sign and return", "IT: Set up accounts", "Manager: Plan the first week",
        "Employee: Start work")),
    ("leave|vacation|holiday|time off", "Leave request", (
        "Employee: Request leave", "Manager: Check the calendar", "Manager: Approve", "HR: Update the records",
        "Employee: Get confirmation")),
    ("expense|reimburs|purchas|procure|approv", "Approval process", (
        "Employee: Submit the request", "Manager: Review", "Manager: Approve", "Finance: Check the budget",
        "Finance: Pay", "Employee: Get confirmation")),
    ("invoice|billing|payment", "Invoice process", (
        "Vendor: Send the invoice", "Accounting: Check the amount", "Manager: Approve", "Accounting: Pay",
        "Vendor: Receive payment")),
    ("restaurant|meal|kitchen|waiter", "Restaurant order", (
        "Guest: Order a meal", "Waiter: Note the order", "Kitchen: Cook", "Waiter: Serve", "Guest: Pay the bill")),
    ("refund|return", "Returns", (
        "Customer: Request a return", "Support: Approve the return", "Customer: Send the parcel",
        "Warehouse: Inspect the item", "Finance: Refund the money")),
    ("support|ticket|complaint|incident|help ?desk", "Support process", (
        "Customer: Report a problem", "Support: Open a ticket", "Engineering: Find the cause", "Engineering: Fix it",
        "Support: Inform the customer", "Customer: Confirm")),
    ("order|e-?commerce|shop|deliver|fulfil|sales", "Order process", (
        "Customer: Place the order", "Sales: Check the payment", "Warehouse: Pack the goods",
        "Shipping: Deliver the parcel", "Customer: Receive the parcel")),
    ("software|release|develop|feature|bug|deploy|scrum", "Development process", (
        "Product: Write the story", "Developer: Build it", "QA: Test it", "Developer: Fix the bugs",
        "Operations: Deploy", "Product: Accept")),
    ("loan|credit|bank|mortgage|insurance|claim", "Application process", (
        "Customer: Apply", "Bank: Check the documents", "Risk: Rate the risk", "Bank: Decide", "Customer: Sign",
        "Bank: Pay out")),
    ("patient|hospital|clinic|doctor|medical", "Patient visit", (
        "Patient: Arrive", "Reception: Check in", "Nurse: Take vitals", "Doctor: Examine", "Doctor: Prescribe",
        "Patient: Pick up medicine")),
    ("content|blog|article|publish|market|campaign", "Publishing process", (
        "Writer: Draft the text", "Editor: Review", "Writer: Revise", "Designer: Add pictures", "Editor: Publish")),
    ("", None, (
        "Customer: Send a request", "Office: Check the request", "Manager: Approve", "Office: Do the work",
        "Customer: Get the result")),
)  # fmt: skip
"""Steps in order, as "lane: step"."""

LANE_STEPS = ("Start the request", "Check the details", "Approve", "Do the work", "Check the result", "Confirm")
"""For lanes that no known process has."""

STATES: tuple[Outline, ...] = (
    ("vending", "Vending machine", (
        "Idle > Coin inserted [insert coin]", "Coin inserted > Item selected [select item]",
        "Coin inserted > Idle [cancel]", "Item selected > Dispensing [in stock]", "Dispensing > Idle [take item]")),
    ("traffic|stop ?light", "Traffic light", (
        "Red > Red and yellow [timer]", "Red and yellow > Green [timer]", "Green > Yellow [timer]",
        "Yellow > Red [timer]")),
    ("elevator|\\blift\\b", "Elevator", (
        "Idle > Doors closing [button pressed]", "Doors closing > Moving [closed]", "Moving > Doors open [arrived]",
        "Doors open > Idle [timeout]")),
    ("turnstile", "Turnstile", ("Locked > Unlocked [coin]", "Unlocked > Locked [push]")),
    ("\\bdoors?\\b|gate\\b|\\block\\b", "Door", (
        "Open > Closed [close]", "Closed > Open [open]", "Closed > Locked [lock]", "Locked > Closed [unlock]")),
    ("\\batm\\b|cash machine|bank machine", "ATM", (
        "Idle > Card inserted [insert card]", "Card inserted > PIN accepted [enter PIN]",
        "Card inserted > Idle [wrong PIN]", "PIN accepted > Dispensing [choose amount]",
        "Dispensing > Idle [take cash]")),
    ("order|e-?commerce|deliver|parcel|package|shipment", "Order", (
        "Created > Paid [payment]", "Created > Cancelled [cancel]", "Paid > Shipped [ship]",
        "Shipped > Delivered [deliver]", "Delivered > Returned [return]")),
    ("ticket|issue|bug|support", "Ticket", (
        "New > Open [assign]", "Open > In progress [start]", "In progress > Resolved [fix]",
        "Resolved > Open [reopen]", "Resolved > Closed [confirm]")),
    ("media|music|video|player", "Player", (
        "Stopped > Playing [play]", "Playing > Paused [pause]", "Paused > Playing [resume]",
        "Paused > Stopped [stop]")),
    ("log[- ]?in|session|auth|account|user", "Session", (
        "Logged out > Checking [submit]", "Checking > Logged in [valid]", "Checking > Logged out [invalid]",
        "Logged in > Expired [timeout]", "Expired > Logged out [sign out]")),
    ("\\btcp\\b|connection|socket|network", "Connection", (
        "Closed > Connecting [open]", "Connecting > Connected [accepted]", "Connecting > Closed [timeout]",
        "Connected > Closing [close]", "Closing > Closed [done]")),
    ("document|article|blog|publish|approval|review", "Document", (
        "Draft > In review [submit]", "In review > Draft [reject]", "In review > Published [approve]",
        "Published > Archived [archive]")),
    ("washing|washer|laundry|dishwasher", "Washing machine", (
        "Idle > Filling [start]", "Filling > Washing [full]", "Washing > Rinsing [timer]", "Rinsing > Spinning [timer]",
        "Spinning > Idle [done]")),
    ("thermostat|heat|air condition|oven", "Thermostat", (
        "Off > Idle [switch on]", "Idle > Heating [too cold]", "Heating > Idle [warm enough]",
        "Idle > Cooling [too warm]", "Cooling > Idle [cool enough]")),
    ("coffee", "Coffee machine", (
        "Idle > Heating [switch on]", "Heating > Ready [hot]", "Ready > Brewing [press button]",
        "Brewing > Ready [cup full]", "Ready > Idle [switch off]")),
    ("game|enemy|npc|character", "Game character", (
        "Idle > Patrol [timer]", "Patrol > Chase [sees player]", "Chase > Attack [in range]",
        "Chase > Patrol [loses player]", "Attack > Chase [out of range]")),
    ("phone|call", "Phone call", (
        "Idle > Dialling [dial]", "Dialling > Ringing [connect]", "Ringing > Talking [answer]",
        "Ringing > Idle [no answer]", "Talking > Idle [hang up]")),
    ("water|matter|ice|solid|liquid", "States of matter", (
        "Solid > Liquid [melt]", "Liquid > Gas [evaporate]", "Gas > Liquid [condense]", "Liquid > Solid [freeze]")),
    ("thread|process|task|job|os\\b|operating", "Process states", (
        "New > Ready [admit]", "Ready > Running [dispatch]", "Running > Ready [interrupt]",
        "Running > Waiting [wait for I/O]", "Waiting > Ready [I/O done]", "Running > Ended [exit]")),
    ("", None, (
        "Idle > Running [start]", "Running > Paused [pause]", "Paused > Running [resume]",
        "Running > Stopped [stop]")),
)  # fmt: skip
"""Transitions as "from > to [event]"."""
