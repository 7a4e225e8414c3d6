"""The services that the office offers: its catalogue, ready-made sets, paths."""
