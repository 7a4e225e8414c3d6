"""What is kept. Tables are loaded when they are used: the passphrase is asked for before."""
