"""What forms are made of: a label, a hint, an editor and room for what is wrong."""
