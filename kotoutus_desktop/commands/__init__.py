"""Commands for administrators, without a window."""
