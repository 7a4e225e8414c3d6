"""The program with forty fictional clients: for training, and for a machine without screen."""
