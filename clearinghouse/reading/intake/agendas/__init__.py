"""Agendas: calendar files (iCalendar, RFC 5545, and vCalendar 1.0) become tables of events.

Others use `table`, which leads the rest: bytes become `content_lines`, these `components`; of each event `when` reads days
and hours with the `zones` of the file, `texts` what is written, `versions` which of several holds, and `left_out` names
what became neither a value nor a problem.
"""
