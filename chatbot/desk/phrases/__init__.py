"""The plans -> their set phrases, and where a draft almost uses one."""
