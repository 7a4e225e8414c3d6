"""Files by which laptops of one office give each other cases."""
