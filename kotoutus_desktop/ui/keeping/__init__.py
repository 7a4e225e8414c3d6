"""How long things are kept: the purge list, the bin, all that is held on one, the lost laptop."""
