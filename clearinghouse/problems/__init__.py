"""Problems: what an author must mend, where it stands, and how to mend it.

Each kind is declared once, in the module of its subject (`files`, `syntax`, `values`, `dates`, `terms`, `references`, `changes`,
`tables`, `sensitivity`, `link_reports`), in terms of `kind.Kind`. Others import the kinds that they find, `problem` and `limit`;
`codes` has all of them by code, `report` says them to people, tools and GitHub.
"""
