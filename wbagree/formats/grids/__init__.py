"""Tables of counts: by summary, matrix, coverage, assessments."""
