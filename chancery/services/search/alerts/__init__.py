"""Alerts: what tells somebody of new records that their search finds, by mail, feed or webhook."""
