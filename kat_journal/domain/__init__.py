"""What a journal is made of: forms, sessions, responses and summaries. Pure values, standard library only."""
