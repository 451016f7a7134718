"""Names: what states are called, in English and otherwise; others ask `states`."""
