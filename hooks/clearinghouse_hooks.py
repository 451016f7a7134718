"""What MkDocs tells of its build, passed on to the clearing house: one call each, no logic, no state."""

from clearinghouse.site.mkdocs import events

on_config = events.on_config
on_files = events.on_files
on_nav = events.on_nav
on_page_content = events.on_page_content
on_env = events.on_env
on_page_context = events.on_page_context
on_post_page = events.on_post_page
on_post_template = events.on_post_template
on_post_build = events.on_post_build
