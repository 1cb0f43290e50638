"""The register's file: opening, locking, copying and restoring it."""
