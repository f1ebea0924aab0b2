"""A question as typed -> what is asked, before anything is looked up."""
