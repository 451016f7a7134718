"""Laws as pages: the overview of legislation, each law, the requirements, the penalties, and the gaps with what may help."""
