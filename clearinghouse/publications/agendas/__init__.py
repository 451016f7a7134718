"""Agendas: what takes place and what closes, as iCalendar.

Others ask `agendas` for all of them, and `vevents` whether an event has one.
"""
