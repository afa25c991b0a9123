"""Files by their hash: what is handed in or sent out, kept unchanged, checked and measured; letters are typeset."""
