"""The public databases: patents, marks, designs, indications, decisions and laws, found in one place."""
