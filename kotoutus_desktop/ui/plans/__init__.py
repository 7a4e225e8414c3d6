"""The integration plan and its review: drawn up, agreed, followed."""
