"""What is due today and soon."""
