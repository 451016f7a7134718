"""For servers: what the files are called by which a host learns how to serve a site. No reader of a copy needs them."""

HEADERS, NGINX = "_headers", "nginx.conf"
ROBOTS, LLMS = "robots.txt", "llms.txt"
"""What crawlers read before all others."""
