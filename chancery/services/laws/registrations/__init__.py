"""Marks, designs, appellations and indications among the laws: what they cost, until when, and who is bound."""
