"""The register, an SQLite file: reading, writing and upkeep.

Reading is plain SQL; only writing imports SQLModel.
"""
