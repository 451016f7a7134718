"""Pictures: which sizes of the photographs that records name a site has, and what stands on a page beside them."""
