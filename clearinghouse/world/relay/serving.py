"""Serving: the service comes in, and is answered for at an address by Waitress, with bounds for all that is sent."""

import logging

from waitress.server import create_server

from clearinghouse.world.failure import Failure
from clearinghouse.world.relay.intake import Intake
from clearinghouse.world.relay.pace import Pace
from clearinghouse.world.relay.pages import Pages
from clearinghouse.world.relay.service import LARGEST, relay

THREADS = 4
MOST_OPEN = 200
PATIENCE = 20
"""Requests that are answered at once, lines that are open at once, and seconds that a line may be silent."""


def serve(intake: Intake, pace: Pace, pages: Pages, address: tuple[str, int], proxy: str) -> int:
    """Serves until it is stopped. proxy: the address of the web server in front, which alone is believed who sent something. Returns
    0, or raises Failure where it cannot listen."""
    logging.getLogger("waitress").setLevel(logging.CRITICAL)  # its warnings name who was slow
    host, port = address
    try:
        server = create_server(
            relay(intake, pace, pages),
            host=host,
            port=port,
            threads=THREADS,
            connection_limit=MOST_OPEN,
            channel_timeout=PATIENCE,
            max_request_body_size=2 * LARGEST,  # what is a little too long is refused by the service, in words that the form can read
            max_request_header_size=16 * 1024,
            trusted_proxy=proxy,
            trusted_proxy_count=1,
            trusted_proxy_headers={"x-forwarded-for", "x-forwarded-proto"},
            clear_untrusted_proxy_headers=True,
            ident=None,
            log_socket_errors=False,
            expose_tracebacks=False,
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Failure(f"cannot listen at {host}:{port}: {reason}; name another address with --address") from None
    try:
        print(f"taking messages at http://{host}:{port}/, until Ctrl-C", flush=True)
        server.run()
    except KeyboardInterrupt:  # which the server itself takes for its end as well, once it runs
        return 0
    finally:
        server.close()
    return 0
