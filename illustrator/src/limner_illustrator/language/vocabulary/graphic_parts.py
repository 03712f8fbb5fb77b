"""Parts of technical systems: the roles that words name, and the parts of well-known systems."""

from limner_illustrator.language.vocabulary.graphic_outlines import Outline

ROLES = {
    "user": "users?$|user$|customers?|person|actor|visitor|admin$|employee|people",
    "mobile": "mobile|phones?|smartphones?|ios|android|iphone|tablet|ipad",
    "browser": "browser|web app|web client|front ?-?end|spa\\b|website|react|client|ui\\b|desktop app",
    "computer": "pcs?\\b|computers?|laptops?|desktops?|workstations?|notebook|terminal",
    "firewall": "firewall|waf",
    "modem": "modem",
    "access-point": "access points?|wi-?fi|wireless",
    "router": "routers?",
    "switch": "switch(?:es)?|hub\\b",
    "printer": "printers?|scanner",
    "balancer": "load balancers?|nginx|reverse proxy|proxy|ingress|elb\\b|alb\\b",
    "gateway": "gateway|api gateway|bff\\b|graphql",
    "cdn": "cdn|cloudfront|edge",
    "cache": "cache|redis|memcached",
    "queue": "queue|kafka|rabbitmq|sqs|broker|event bus|pub/?sub|stream",
    "storage": "storage|s3\\b|bucket|blob|object store|file system|nas\\b|data lake|disk",
    "database": (
        "database|\\bdb\\b|postgres\\w*|mysql|mongo\\w*|sql|dynamodb|rds\\b|"
        "warehouse|elasticsearch|vector store|cassandra"
    ),
    "cloud": "cloud|internet|wan\\b|isp\\b|aws$|azure$",
    "worker": "workers?|jobs?$|cron|scheduler|lambda|functions?",
    "camera": "camera|cctv|sensor|tv\\b|smart|iot",
    "server": "server|backend|back-?end|host|vm\\b|api\\b|kubernetes|k8s|docker|container",
    "monitoring": "monitoring|logging|logs|prometheus|grafana|metrics|analytics",
}
"""Role -> words of a label; the first that fits."""

TIERS = {
    "user": "Clients", "mobile": "Clients", "browser": "Clients", "computer": "Clients", "camera": "Clients",
    "cloud": "Edge", "cdn": "Edge", "firewall": "Edge", "balancer": "Edge", "gateway": "Edge", "router": "Edge",
    "server": "Services", "service": "Services", "monitoring": "Services", "modem": "Services", "switch": "Services",
    "printer": "Services", "access-point": "Services",
    "queue": "Messaging", "worker": "Workers",
    "cache": "Data", "database": "Data", "storage": "Data",
}  # fmt: skip
"""Role -> tier, from the outside in."""

PEOPLE = (
    "Anna",
    "Ben",
    "Clara",
    "David",
    "Emma",
    "Felix",
    "Grace",
    "Hugo",
    "Iris",
    "Jonas",
    "Kira",
    "Leo",
    "Mia",
    "Noah",
)

NETWORKS: tuple[Outline, ...] = (
    ("home|house", "Home network", (
        "Internet > Modem", "Modem > Wi-Fi router", "Wi-Fi router > Laptop", "Wi-Fi router > Phone",
        "Wi-Fi router > Smart TV",
        "Wi-Fi router > Printer")),
    ("star", "Star topology", ("Switch > PC 1", "Switch > PC 2", "Switch > PC 3", "Switch > PC 4", "Switch > PC 5",
        "Switch > PC 6")),
    ("ring", "Ring topology", ("PC 1 > PC 2", "PC 2 > PC 3", "PC 3 > PC 4", "PC 4 > PC 5", "PC 5 > PC 6",
        "PC 6 > PC 1")),
    ("mesh", "Mesh topology", (
        "PC 1 > PC 2", "PC 1 > PC 3", "PC 1 > PC 4", "PC 1 > PC 5", "PC 2 > PC 3", "PC 2 > PC 4", "PC 2 > PC 5",
        "PC 3 > PC 4",
        "PC 3 > PC 5", "PC 4 > PC 5")),
    ("", "Office network", (
        "Internet > Firewall", "Firewall > Router", "Router > Switch 1", "Router > Switch 2", "Switch 1 > PC 1",
        "Switch 1 > PC 2",
        "Switch 1 > Printer", "Switch 2 > Server", "Switch 2 > Database")),
)  # fmt: skip

SEQUENCES: tuple[Outline, ...] = (
    ("password reset|reset (?:a |the )?password|forgot", "Password reset", (
        "User > App: Forgot password", "App > Server: Request reset", "Server > Mail service: Send link",
        "Mail service > User: Email with link", "User > App: New password", "App > Server: Save password",
        "Server > App: Confirmed")),
    ("sign[- ]?up|regist", "Sign-up", (
        "User > App: Enter details", "App > Server: Create account", "Server > Database: Save user",
        "Server > Mail service: Send confirmation", "Mail service > User: Confirm email", "User > App: Log in")),
    ("order(?:ing)? (?:food|pizza)|food delivery|restaurant", "Food order", (
        "Guest > App: Choose a meal", "App > Restaurant: New order", "Restaurant > App: Accepted",
        "Restaurant > Courier: Hand over", "Courier > Guest: Deliver", "Guest > App: Rate")),
    ("chat|messag", "Message", (
        "Anna > Server: Send message", "Server > Database: Store", "Server > Ben: Deliver",
        "Ben > Server: Read receipt", "Server > Anna: Seen")),
    ("oauth|openid|oidc|sso", "OAuth 2.0", (
        "User > App: Log in", "App > Auth server: Authorization request", "Auth server > User: Ask for consent",
        "User > Auth server: Consent", "Auth server > App: Access token", "App > API: Request with token",
        "API > App: Data")),
    ("log[- ]?in|sign[- ]?in|authenticat", "Login", (
        "User > Browser: Enter password", "Browser > Server: POST /login", "Server > Database: Find user",
        "Database > Server: User record", "Server > Browser: Session token", "Browser > User: Show dashboard")),
    ("checkout|payment|order|purchase|e-?commerce", "Payment", (
        "Customer > Shop: Place order", "Shop > Payment service: Charge card", "Payment service > Bank: Authorize",
        "Bank > Payment service: Approved", "Payment service > Shop: Paid", "Shop > Customer: Confirmation")),
    ("atm|cash", "ATM withdrawal", (
        "Customer > ATM: Insert card", "ATM > Customer: Ask for PIN", "Customer > ATM: Enter PIN",
        "ATM > Bank: Verify",
        "Bank > ATM: Confirmed", "ATM > Customer: Cash")),
    ("tcp|handshake", "TCP handshake", ("Client > Server: SYN", "Server > Client: SYN-ACK", "Client > Server: ACK")),
    ("dns", "DNS lookup", (
        "Browser > Resolver: example.com?", "Resolver > Root server: .com?", "Root server > Resolver: TLD address",
        "Resolver > Name server: example.com?", "Name server > Resolver: IP address",
        "Resolver > Browser: IP address")),
    ("", None, (
        "Client > Server: Request", "Server > Database: Query", "Database > Server: Result",
        "Server > Client: Response")),
)  # fmt: skip

ARCHITECTURES: tuple[Outline, ...] = (
    ("osi", "OSI model", (
        "7 Application", "6 Presentation", "5 Session", "4 Transport", "3 Network", "2 Data link", "1 Physical")),
    ("microservice", "Microservices", (
        "Web app", "Mobile app", "API gateway", "User service", "Order service", "Payment service", "Message queue",
        "User DB",
        "Order DB", "Payment DB")),
    ("serverless|lambda", "Serverless architecture", (
        "Web client", "CDN", "API Gateway", "Lambda: users", "Lambda: orders", "DynamoDB", "S3 storage")),
    ("aws", "AWS architecture", (
        "Users", "CloudFront CDN", "Load balancer", "EC2 server 1", "EC2 server 2", "RDS database", "ElastiCache",
        "S3 storage")),
    ("rag|llm|chatbot|ai\\b|machine learning", "AI assistant", (
        "Web client", "API gateway", "Chat service", "Embedding service", "LLM service", "Vector store",
        "Document storage")),
    ("kubernetes|k8s|docker|container", "Kubernetes cluster", (
        "Browser", "Ingress", "Web service", "API service", "Auth service", "Redis cache", "PostgreSQL")),
    ("e-?commerce|shop|store", "Online shop", (
        "Web shop client", "Mobile app", "Load balancer", "Catalog service", "Cart service", "Order service",
        "Redis cache",
        "Orders database")),
    ("three|3-tier|tier", "Three-tier architecture", ("Browser", "Web server", "Application server", "Database")),
    ("iot|sensor", "IoT platform", (
        "Sensor 1", "Sensor 2", "IoT gateway", "Ingest service", "Rules service", "Message queue",
        "Time series database")),
    ("data|etl|analytics|warehouse", "Data platform", (
        "Mobile app", "Website", "API gateway", "Ingest service", "Event stream", "ETL worker", "Data warehouse",
        "Data lake storage")),
    ("client[- ]server", "Client and server", ("Desktop client", "Mobile client", "Web server", "Database")),
    ("", "System architecture", (
        "Browser", "Mobile app", "Load balancer", "Web server", "API server", "Redis cache", "Database",
        "File storage")),
)  # fmt: skip

SCHEMAS: tuple[Outline, ...] = (
    ("blog|cms|post", "Blog", ("Users", "Posts", "Comments", "Tags")),
    ("shop|e-?commerce|order|store", "Online shop", ("Customers", "Orders", "Order items", "Products")),
    ("school|university|student|course", "School", ("Students", "Enrolments", "Courses", "Teachers")),
    ("library|book", "Library", ("Members", "Loans", "Books", "Authors")),
    ("hospital|clinic|patient", "Hospital", ("Patients", "Appointments", "Doctors")),
    ("bank", "Bank", ("Customers", "Accounts", "Transactions")),
    ("social|twitter|instagram", "Social network", ("Users", "Posts", "Likes", "Follows")),
    ("parking|garage", "Parking lot", ("Parking lot", "Parking spot", "Vehicle", "Ticket")),
    ("zoo|aquarium", "Zoo", ("Animals", "Enclosures", "Keepers", "Visitors", "Tickets")),
    ("hotel|booking|reservation", "Hotel", ("Guests", "Bookings", "Rooms", "Payments")),
    ("airline|flight|airport", "Airline", ("Passengers", "Bookings", "Flights", "Planes")),
    ("cinema|movie|theat", "Cinema", ("Customers", "Tickets", "Shows", "Movies")),
    ("restaurant|food|pizza", "Restaurant", ("Customers", "Orders", "Dishes", "Tables")),
    ("gym|fitness|sport|club", "Club", ("Members", "Bookings", "Classes", "Trainers")),
    ("game|rpg", "Game", ("Players", "Characters", "Items", "Quests")),
    ("car rental|vehicle|taxi|ride", "Car rental", ("Customers", "Rentals", "Cars", "Payments")),
    ("project|task|ticket|kanban", "Project", ("Users", "Projects", "Tasks", "Comments")),
    ("music|spotify|playlist|stream", "Music", ("Users", "Playlists", "Songs", "Artists")),
    ("compan|employee|hr\\b|payroll", "Company", ("Employees", "Departments", "Projects", "Salaries")),
    ("animal|inherit|class", "Classes", ("Animal", "Dog", "Cat")),
    ("", None, ("Users", "Orders", "Products")),
)  # fmt: skip

FIELDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("order ?items?|order_items?|line items?", ("id", "order_id", "product_id", "quantity", "price")),
    ("users?|members?|customers?|employees?|authors?", ("id", "name", "email", "created_at")),
    ("posts?|articles?", ("id", "user_id", "title", "body", "created_at")),
    ("comments?", ("id", "post_id", "user_id", "text")),
    ("tags?|categor", ("id", "post_id", "name")),
    ("orders?|carts?|invoices?", ("id", "customer_id", "user_id", "total", "status")),
    ("products?|items?", ("id", "name", "price", "stock")),
    ("students?|teachers?|doctors?|patients?", ("id", "first_name", "last_name", "email")),
    ("courses?|class(?:es)?", ("id", "teacher_id", "title", "credits")),
    ("enrol", ("id", "student_id", "course_id", "grade")),
    ("books?", ("id", "author_id", "title", "isbn")),
    ("loans?", ("id", "member_id", "book_id", "due_date")),
    ("appointments?|bookings?", ("id", "patient_id", "doctor_id", "date")),
    ("accounts?", ("id", "customer_id", "iban", "balance")),
    ("transactions?|payments?", ("id", "account_id", "amount", "date")),
    ("animals?", ("id", "enclosure_id", "name", "species")),
    ("enclosures?", ("id", "keeper_id", "name", "size")),
    ("tickets?", ("id", "visitor_id", "show_id", "price")),
    ("shows?", ("id", "movie_id", "starts_at", "hall")),
    ("rentals?", ("id", "customer_id", "car_id", "from_date")),
    ("tasks?", ("id", "project_id", "user_id", "title")),
    ("playlists?", ("id", "user_id", "name")), ("songs?", ("id", "artist_id", "playlist_id", "title")),
    ("salar", ("id", "employee_id", "amount")),
    ("likes?|follows?|messages?", ("id", "user_id", "created_at")),
    ("parking lot|garage", ("name: string", "spots: list", "find_spot()")),
    ("parking spot", ("number: int", "is_free: bool", "park()")),
    ("ticket", ("id: int", "start: time", "price()")),
    ("vehicle|car", ("plate: string", "size: int", "leave()")),
    ("animal|dog|cat|shape", ("name: string", "age: int", "speak()")),
)  # fmt: skip
