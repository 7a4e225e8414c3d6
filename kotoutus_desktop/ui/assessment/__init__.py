"""The assessment (§ 14, Decree 869/2024): nine heads one at a time, and what is still missing."""
