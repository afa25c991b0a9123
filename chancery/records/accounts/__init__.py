"""Who a person is to the office: account, roles, personal tokens."""
