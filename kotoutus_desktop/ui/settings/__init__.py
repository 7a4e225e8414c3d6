"""Settings: rare, behind one's own name at the foot of the sidebar."""
