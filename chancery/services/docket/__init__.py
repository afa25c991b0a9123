"""Every time limit of a person's applications: until when and why, reminders, a calendar feed, and what would move."""
