"""The full screen of ``wbagree browse``: what it asks, what it draws, and the keys that move through it."""
