"""The brief on a pair: two pages for a meeting."""
