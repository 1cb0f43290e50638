"""A register of bilateral security and justice agreements of the Western Balkans."""

__version__ = "0.1.0"
