"""Tables, sheets and bars for a terminal."""
