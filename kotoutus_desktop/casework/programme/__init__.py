"""The integration programme: its chart, its check, its documents and their versions."""
