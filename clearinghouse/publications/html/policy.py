"""Policy: what the browser may load and run of a page, so that nothing else ever does (Content Security Policy Level 3).

A page's own policy stands in its head. It names the hashes of the scripts that the theme writes into its pages, and of no
others: what a record brings is never hashed, so a script that slipped through all escaping would still be barred.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from html import escape
from typing import Any
from urllib.parse import urlsplit

from lxml import html as lxml_html
from lxml.etree import XPath

SCRIPT_TYPES = ("", "text/javascript", "application/javascript", "module", "importmap", "speculationrules")
"""Types of script elements that browsers heed; of any other type they are data, which no policy is about."""
REFERRER = "same-origin"
"""Other sites learn nothing of what somebody read here."""
CHARSET = '<meta charset="utf-8">'
"""What a policy follows, in our pages and in those of the theme."""
POLICY = "Content-Security-Policy"
_SELF = ("'self'",)
_RUNNING = XPath("//@style | //@srcdoc | //@*[starts-with(name(), 'on')]")
"""Attributes that a policy bars."""


def policy(hashes: Iterable[str] = (), *, blob: bool = False, framed_by: str = "", relay: str = "") -> str:
    """The policy for pages whose inline scripts have these hashes.

    blob: also what a page makes itself, for a search that has no server (file://); framed_by: who may put the page into
    a frame, `'none'` or `*`, which only a header can say; relay: the address of a service to which the form may send, if any.
    """
    scripts = ["'self'", *(["blob:"] if blob else []), "'wasm-unsafe-eval'", *sorted(set(hashes))]
    parts = [
        "default-src 'none'",
        f"script-src {' '.join(scripts)}",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        f"connect-src {' '.join(_SELF + _origin_of(relay))}",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'self'",
        "form-action 'self'",
        "object-src 'none'",
    ]
    return "; ".join(parts + ([f"frame-ancestors {framed_by}"] if framed_by else []))


def _origin_of(address: str) -> tuple[str, ...]:
    """The scheme and host of an address on the web; nothing of any other."""
    parts = urlsplit(address)
    is_host = re.fullmatch(r"[a-z0-9.-]+(?::[0-9]+)?", parts.netloc)
    return (f"{parts.scheme}://{parts.netloc}",) if parts.scheme in ("http", "https") and is_host else ()


def hash_of(script: str) -> str:
    """How a policy names an inline script: `'sha256-…'` of its text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def hashes_of(document: str) -> frozenset[str]:
    """The hashes of the inline scripts in what the theme has written."""
    return frozenset(map(hash_of, _inline_scripts(lxml_html.document_fromstring(document))))


def _inline_scripts(tree: Any) -> list[str]:
    """The texts of the scripts that browsers would run. tree: a page as lxml has parsed it."""
    scripts = tree.iter("script")
    return [script.text or "" for script in scripts if "src" not in script.attrib and script.get("type", "") in SCRIPT_TYPES]


def guarded(document: str, hashes: Iterable[str] = (), relay: str = "") -> str:
    """A document with its policy at the head of all that it loads. Raises ValueError for one without `<meta charset>`."""
    before, charset, after = document.partition(CHARSET)
    if not charset:
        raise ValueError("a page has no <meta charset> that its policy could follow")
    allowed = escape(policy(hashes, relay=relay), quote=False)
    own = f'<meta http-equiv="{POLICY}" content="{allowed}"><meta name="referrer" content="{REFERRER}">'
    return before + charset + own + after


def allowed_too(document: str, script: str) -> str:
    """A guarded document whose policy also allows one more inline script: that of a server that shows changes at once."""
    return document.replace("'wasm-unsafe-eval'", f"'wasm-unsafe-eval' {hash_of(script)}", 1)


def barred(tree: Any) -> list[str]:
    """What the policy of a finished page would bar, or that it has none: nobody publishes a page that is broken or attacked.

    tree: the page as lxml has parsed it.
    """
    allowed = policy_in(tree)
    return barred_by(allowed, tree) if allowed else ["no policy before all that it loads"]


def policy_in(tree: Any) -> str:
    """The policy of a finished page, or nothing where none stands before all that it loads. tree: the page as lxml has parsed it."""
    first = tree.xpath(f"//head/*[self::meta[@http-equiv='{POLICY}'] or self::script or self::link or self::style or self::base]")
    return first[0].get("content", "") if first and first[0].tag == "meta" else ""


def barred_by(allowed: str, tree: Any) -> list[str]:
    """What a policy would bar of a page, or of a part of one."""
    parts = [f"<script>{text[:60]}" for text in _inline_scripts(tree) if hash_of(text) not in allowed]
    parts += [f"<{element.tag}>{(element.text or '')[:60]}" for element in tree.iter("style", "iframe", "object", "embed")]
    for attribute in _RUNNING(tree):
        parts.append(f"{attribute.attrname}={str(attribute)[:60]}")
    return parts
