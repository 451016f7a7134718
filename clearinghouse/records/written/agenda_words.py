"""Agenda words: how our own agendas say what iCalendar has no property for, so that they can be read back.

`publications/agendas` writes them, `reading/intake/agendas` reads them.
"""

PRODUCT = "//Clearing house//"
"""What PRODID holds, behind the authority of a site."""
STATUS = "X-CLEARING-HOUSE-STATUS"
"""The property with a status that STATUS cannot say (RFC 5545 §3.8.8.2)."""
OFF = ("cancelled", "postponed", "withdrawn")
"""What stands before the title of what does not take place, with a capital letter and a colon."""
AUDIENCE, CLOSES, REGISTER, WITHDRAWN = "For: ", "Registration closes on ", "Register: ", "Withdrawn: "
"""How paragraphs of a description begin."""
ONLINE = "Online"
"""The last part of a location where one may take part from anywhere."""
