"""What the log says of a client and of the file, and whether it is whole."""
