"""Hosting: what a web server tells beside each file, for hosts that read `_headers`, and for nginx.

Both carry the policy with the hashes of all pages, which each page's own then narrows, and who may put a page into a
frame, which only a header can say: nobody, but for the small pages under /embed/. Every file matches one rule for its
policy, so it does not matter whether a host adds up rules or takes the first.
"""

from collections.abc import Collection, Iterable, Iterator
from urllib.parse import urlsplit

from clearinghouse.publications.files.for_servers import HEADERS, NGINX
from clearinghouse.publications.files.media_types import MEDIA_TYPES
from clearinghouse.publications.html.policy import REFERRER, policy
from clearinghouse.publications.pages.embed import EMBED

FRAMED = EMBED.partition("/")[0]
"""The folder whose pages others may put into a frame."""
_POLICY = "Content-Security-Policy"
_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": REFERRER,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_ANEW = "no-cache"
"""Ask each time whether there is a newer one: a page, a feed or a style of yesterday would be wrong."""
_FOREVER = "public, max-age=31536000, immutable"
_NAMED_BY_CONTENT = ("pagefind/fragment/*", "pagefind/index/*", "pagefind/filter/*")
"""Files whose names change with their content."""
_SHOWN_AS = {"rss": "application/xml", "atom": "application/xml"}
"""What browsers show in its style, which they do not do with the media types of feeds; readers of feeds take it as well."""
_PRESSED = (
    "text/css text/plain text/csv text/calendar text/javascript application/json application/xml"
    " text/xml text/x-opml image/svg+xml application/yaml application/ld+json application/vnd.sqlite3 text/turtle"
)


def base_of(url: str) -> str:
    """Where on its host a site lies: `/`, or `/folder/`."""
    return urlsplit(url).path or "/"


def headers_file(url: str, paths: Iterable[str], hashes: Collection[str], relay: str = "") -> str:
    """A `_headers` file, as Cloudflare Pages, Netlify and others read it. paths: of all files of the site; what lies at the
    top, a file or a folder, gets a rule."""
    top = {folder + slash for folder, slash, _ in (path.partition("/") for path in paths)}
    return "".join(_lines(base_of(url), top, hashes, relay))


def _lines(base: str, names: Collection[str], hashes: Collection[str], relay: str) -> Iterator[str]:
    yield "# Made by `chm build`; for hosts that read it from the root of the host.\n"
    yield _rule(f"{base}*", **_EVERYWHERE)
    for place in ("", *sorted(names)):
        allowed = policy(hashes, framed_by="*" if place == f"{FRAMED}/" else "'none'", relay=relay)
        yield _rule(base + place + ("*" if place.endswith("/") else ""), **{_POLICY: allowed})
    for place in _NAMED_BY_CONTENT:
        yield _rule(base + place, **{"Cache-Control": _FOREVER})


def _rule(place: str, **headers: str) -> str:
    return "".join([f"{place}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])


def nginx_file(url: str, hashes: Collection[str], relay: str = "") -> str:
    """A server for nginx, to be put into its `sites-enabled`; two lines of it are to be set."""
    base = base_of(url)
    endings: dict[str, list[str]] = {}
    for ending, media_type in {**MEDIA_TYPES, **_SHOWN_AS}.items():
        endings.setdefault(media_type, []).append(ending)
    types = "".join(f"        {media_type} {' '.join(own)};\n" for media_type, own in sorted(endings.items()))
    always = "".join(f'    add_header {name} "{value}" always;\n' for name, value in _EVERYWHERE.items())
    forever = "|".join(place.removesuffix("*") for place in _NAMED_BY_CONTENT)
    return f"""\
# Made by `chm build`: a server for nginx 1.18 or newer, with the headers that belong to this build. Set `server_name` and
# `alias`, and let what ends TLS stand before it. It changes when the theme does: copy it again when pages complain of scripts.
map $uri $chm_framed_by {{
    default "'none'";
    "~^{base}{FRAMED}/" "*";
}}
map $uri $chm_cache {{
    default "{_ANEW}";
    "~^{base}({forever})" "{_FOREVER}";
}}
server {{
    listen 80;
    server_name example.org;

    server_tokens off;
    charset utf-8;
    charset_types {_PRESSED};
    gzip on;
    gzip_min_length 512;
    gzip_types {_PRESSED};
    types {{
{types}    }}
    default_type application/octet-stream;

{always}    add_header Cache-Control $chm_cache always;
    add_header {_POLICY} "{policy(hashes, framed_by="$chm_framed_by", relay=relay)}" always;

    location {base} {{
        alias /srv/clearing-house/;
        index index.html;
        limit_except GET {{
            deny all;
        }}
    }}
    location = {base}{NGINX} {{
        return 404;
    }}
    location = {base}{HEADERS} {{
        return 404;
    }}
    error_page 404 {base}404.html;
}}
"""
