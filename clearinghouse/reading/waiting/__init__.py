"""Proposals that wait for the editors: what a message asks for becomes a sheet and files; docs/proposals.md says how they lie."""
