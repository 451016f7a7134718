"""What is wrong with files of others from which records are to be made: calendars and forms."""
