"""The desk of the office: queues, findings, invitations, decisions, publication."""
