"""Keys: the types of values, the rules that they keep, and the closed lists that these rules name.

Models take their types from `values` and `dates`, their comparisons from `comparisons`, their marks from `key`; who walks over
them uses `keys_of`. `value`, `rules` and `conditions` are what types are made of, and what the form in the browser is given;
`shapes`, `names`, `hidden` and `sensitive` ask of keys, files and texts what no type can.
"""
