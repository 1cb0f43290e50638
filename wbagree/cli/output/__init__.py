"""How an answer leaves: to a terminal, a pipe or a file."""
