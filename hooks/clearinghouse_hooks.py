"""What MkDocs tells of its build, passed on to the clearing house: one call each, no logic, no state."""

from clearinghouse.site import mkdocs_site

on_config = mkdocs_site.on_config
on_nav = mkdocs_site.on_nav
on_page_content = mkdocs_site.on_page_content
on_env = mkdocs_site.on_env
on_post_page = mkdocs_site.on_post_page
on_post_template = mkdocs_site.on_post_template
on_post_build = mkdocs_site.on_post_build
