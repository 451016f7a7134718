"""Glossary: the terms of `vocabulary.glossary` come in, and what explains them in a page leaves."""
