"""Problems: what an author must mend, where it stands, and how to mend it."""
