"""Before the cases are open: first start, unlocking, recovery."""
