"""Marks, designs, appellations and indications in the law's room: what they cost, until when, where, and who is bound."""
