"""What is kept: the SQLite register. Reading is plain SQL; only writing imports SQLModel."""
