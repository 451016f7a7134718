"""Workbooks: .xlsx files (ECMA-376) become tables, and what they hold beside their rows is named.

Others use `table`, which leads the rest: `packages` opens the bytes, `cells` reads values, `layouts` what a sheet says of its
rows and columns, `companions` the comments and pictures, and `besides` names what was not read.
"""
