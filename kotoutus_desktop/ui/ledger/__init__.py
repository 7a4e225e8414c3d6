"""The deadline ledger: numbers by month and rule, and the rows behind each of them."""
