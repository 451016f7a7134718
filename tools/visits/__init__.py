"""Visits: what browsers that come to a built site are sent, and how soon they are answered."""
