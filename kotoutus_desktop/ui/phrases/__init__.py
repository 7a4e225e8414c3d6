"""The phrase library as the counsellor meets it: fields that find and fill phrases."""
