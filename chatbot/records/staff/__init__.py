"""Who works at the desk: accounts, passwords, sessions, tries to sign in, the trail."""
