"""Database: tables come in, one SQLite file leaves: its tables and how they refer to one another, its views, and its full-text index."""
