"""The counter for questions: the public's side, and the office's."""
