"""Two records of one person: who may be registered twice, both side by side, joining."""
