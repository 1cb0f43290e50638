"""Reading the register, in plain SQL."""
