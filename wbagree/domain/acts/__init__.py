"""Acts of parties, and what follows from them."""
