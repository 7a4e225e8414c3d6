"""When the program locks itself, and what it leaves behind when it does."""
