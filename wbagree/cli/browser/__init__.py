"""The full screen of ``wbagree browse``."""
