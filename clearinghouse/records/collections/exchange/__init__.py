"""Exchange: what offices of member states offer to one another, and ask of one another."""
