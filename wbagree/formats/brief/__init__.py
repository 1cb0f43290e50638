"""The brief of a pair: two pages for a meeting."""
