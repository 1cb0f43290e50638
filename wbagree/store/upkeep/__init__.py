"""The register as a whole: making, upgrading and checking it."""
