"""The server: shows the site of a data folder while somebody writes in it: pages at once, and the whole site a little later."""

import logging
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from clearinghouse.publications.html.links import INDEX
from clearinghouse.publications.html.policy import allowed_too
from clearinghouse.site.drafts import Drafts
from clearinghouse.site.engine import take_engine
from clearinghouse.world.disk.scratch import scratch_folder
from clearinghouse.world.failure import Failure
from clearinghouse.world.processes import until_terminated
from clearinghouse.world.root import ROOT

WATCHED = ("content", "hooks", "overrides", "mkdocs.yml")


def serve(data: Path, day: Callable[[], date], host: str, port: int) -> int:
    """Serves until it is stopped. day: gives the day of each build. Returns 0, or 1 when there is no sound site to begin
    with, or raises Failure."""
    # MkDocs takes a second to import; its server watches files and lets the pages of a browser load themselves anew.
    from mkdocs.livereload import LiveReloadServer

    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)  # a page that is not there is no warning of a build
    path = _path_of_site()
    url = f"http://{host}:{port}{path}"
    with until_terminated(), scratch_folder("chm-serve-") as folder:
        site = folder / "site"
        drafts = Drafts(data, site, day, url)
        before = _signature()

        def build_anew() -> None:
            # Whatever goes wrong is told and the last good site stays: the server shows nothing more after an exception.
            nonlocal before
            try:
                after = _signature()
                if after == before:
                    drafts.read_again()
                elif drafts.build_whole() == 0:
                    before = after
            except Failure as failure:
                print(f"chm: {failure}", file=sys.stderr, flush=True)
            except Exception as error:  # a template half written
                print(f"chm: {type(error).__name__}: {error}", file=sys.stderr, flush=True)

        if status := drafts.build_whole():
            return status

        class Server(LiveReloadServer):
            """Puts a script into each page that waits for changes; the page's policy must allow it."""

            def server_activate(self) -> None:
                super().server_activate()
                print(f"serving at {url}, until Ctrl-C", flush=True)  # not before somebody is there

            def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Any:
                asked = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
                address = asked.removeprefix(path).removesuffix(INDEX)
                if asked.startswith(path) and (not address or address.endswith("/")):
                    try:
                        drafts.refresh(address)
                    except Exception as error:  # what was there before is shown
                        print(f"chm: {asked}: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
                return super()._serve_request(environ, start_response)

            def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
                page = super()._inject_js_into_html(content, epoch).decode()  # type: ignore[no-untyped-call]  # MkDocs gives it no types
                return allowed_too(page, page.rpartition("<script>")[2].partition("</script>")[0]).encode()

        server = Server(builder=build_anew, host=host, port=port, root=str(site), mount_path=path)
        server.error_handler = lambda code: (site / "404.html").read_bytes() if code == 404 else None
        for watched in (data, *(ROOT / name for name in WATCHED)):
            server.watch(str(watched))
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs gives it no types
        except KeyboardInterrupt:
            return 0
        except OSError as error:
            raise Failure(f"cannot serve at {host}:{port}: {error.strerror}; name another address with --address") from None
        finally:
            server.shutdown()
            drafts.stop()
    return 0


def _signature() -> dict[Path, int]:
    """What prose and theme are made of, with the time of each file's last change: all but the records."""
    roots = (ROOT / name for name in WATCHED)
    paths = (path for root in roots for path in (root.rglob("*") if root.is_dir() else (root,)))
    return {path: path.stat().st_mtime_ns for path in paths if path.is_file()}


def _path_of_site() -> str:
    take_engine()
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    try:
        return urlsplit(load_config(str(ROOT / "mkdocs.yml")).site_url or "/").path
    except MkDocsException as error:
        raise Failure(f"MkDocs could not read mkdocs.yml: {error}") from None
