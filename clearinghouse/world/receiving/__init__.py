"""Receiving: what another clearing house publishes is fetched, or read from a folder or a zip, and written as a data folder."""
