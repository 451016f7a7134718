"""The site: `build` makes one, `built_site` knows a finished one; MkDocs, Pagefind, the folder of a site and the look at its tree."""
