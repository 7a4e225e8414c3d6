"""What pages are made of: cards, labels, buttons, lists; every size and colour from the theme."""
