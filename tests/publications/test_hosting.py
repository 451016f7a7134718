"""Hosting: the headers that a build writes for hosts that read them."""

import re
from pathlib import Path

from clearinghouse.publications.files.for_servers import HEADERS, NGINX
from clearinghouse.publications.hosting import base_of, headers_file, nginx_file
from clearinghouse.publications.html.policy import policy
from clearinghouse.publications.offline.packs import edition_paths
from tests.support.serving import headers_beside

HASHES = ("'sha256-a'", "'sha256-b'")
URL = "https://example.org/house/"
NAMES = ("trainings/", "embed/", "assets/", "pagefind/", "404.html", "index.html")


def test_every_file_has_one_policy_whatever_a_host_makes_of_several_rules(tmp_path: Path) -> None:
    """And all that is told of every file."""
    (tmp_path / "_headers").write_text(headers_file(URL, NAMES, HASHES), "utf-8")
    for path in ("", "trainings/", "trainings/x/", "embed/upcoming/", "index.html", "404.html", "pagefind/pagefind-worker.js"):
        headers = headers_beside(tmp_path, f"/house/{path}")
        policies = [value for name, value in headers if name == "Content-Security-Policy"]
        assert len(policies) == 1, path
        assert "'wasm-unsafe-eval' 'sha256-a' 'sha256-b'" in policies[0]
        assert policies[0].endswith("frame-ancestors *" if path.startswith("embed/") else "frame-ancestors 'none'")
        assert {"X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"} <= {name for name, _ in headers}


def test_only_what_is_named_by_its_content_is_kept_for_long(tmp_path: Path) -> None:
    """Pages, feeds, agendas and our own styles are asked for anew."""
    (tmp_path / "_headers").write_text(headers_file(URL, NAMES, HASHES), "utf-8")
    lasting_files = ("pagefind/filter/en_2.pf_filter", "pagefind/fragment/en_1.pf_fragment")
    for path in lasting_files:
        assert ("Cache-Control", "public, max-age=31536000, immutable") in headers_beside(tmp_path, f"/house/{path}")
    for path in ("", "assets/look.css", "pagefind/pagefind-entry.json", "feeds/updates.rss"):
        assert "Cache-Control" not in dict(headers_beside(tmp_path, f"/house/{path}"))


def test_no_host_finds_a_line_too_long() -> None:
    """Cloudflare takes 100 rules of 2,000 letters a line."""
    text = headers_file(URL, NAMES, [f"'sha256-{number:044}'" for number in range(12)])
    assert max(map(len, text.splitlines())) < 2000
    assert len(re.findall("^/", text, re.MULTILINE)) < 100


def test_a_site_may_be_a_whole_host() -> None:
    """Then its base is the root."""
    assert base_of("https://example.org") == base_of("https://example.org/") == "/"
    text = nginx_file("https://example.org/", HASHES)
    assert "location / {" in text
    assert "error_page 404 /404.html;" in text


def test_no_copy_holds_what_only_a_host_reads() -> None:
    """Its rules of headers are of no use on a disk."""
    assert edition_paths(["index.html", HEADERS, NGINX, "trainings/index.html"]) == ["index.html", "trainings/index.html"]


def test_a_relay_is_the_one_other_host_that_a_page_may_send_to() -> None:
    """In pages, and in both files for servers; what is no address of a host is none."""
    for text in (policy(relay="https://relay.office.example/chm"), headers_file(URL, NAMES, HASHES, "https://relay.office.example/chm")):
        assert "connect-src 'self' https://relay.office.example;" in text
    for odd in ("", "javascript:x", "https://a b; script-src *", "relay.office.example"):
        assert "connect-src 'self';" in policy(relay=odd)
