"""Cases between the laptops of an office."""
