"""The site: MkDocs, the pages that are stamped into it, its search, and the exchange of the old site for the new one."""
