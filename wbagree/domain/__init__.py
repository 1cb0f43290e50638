"""What the words mean: dates, parties, types, records, questions. Imports nothing of ours."""
