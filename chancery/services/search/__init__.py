"""The public databases: patents, marks, designs, indications and decisions, found in one place."""
