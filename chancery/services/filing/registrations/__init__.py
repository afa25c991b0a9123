"""What applicants and holders do in the systems of registration: marks, designs, appellations and indications."""
