"""What is known of each icon. Icons without a record are found by their labels."""
