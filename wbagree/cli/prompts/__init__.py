"""Questions to the person at the keyboard."""
