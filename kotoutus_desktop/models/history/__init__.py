"""What was changed, by whom and when: the one log for history, audit and merging."""
