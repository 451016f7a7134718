"""News: pages that tell what changed, by month and by week."""
