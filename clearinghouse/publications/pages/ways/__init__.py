"""Ways: pages that lead to all others."""
