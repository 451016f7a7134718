"""Redirects: a page at an address that a record once had."""

from html import escape

from clearinghouse.publications.html.links import link

TITLE = "This page has moved"


def redirect_page(address: str, to: str, url: str) -> str:
    """A small document that sends readers on, without a script. url: of the site, ending in a slash."""
    target = escape(link(to, address))
    return (
        "<!doctype html>\n"
        f'<html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title><meta name="robots" content="noindex">'
        f'<link rel="canonical" href="{escape(url + to)}"><meta http-equiv="refresh" content="0; url={target}"></head>'
        f'<body><p>{TITLE}: <a href="{target}">go to the new one</a>.</p></body></html>\n'
    )
