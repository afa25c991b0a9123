"""What an applicant does after filing: what is asked for each act, what it changes, and how it is handed in."""
