"""Agendas: what takes place and what closes, as iCalendar."""
