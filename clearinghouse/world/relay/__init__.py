"""The relay: a small service that takes messages of the form without mail or account, and keeps nothing but proposals."""
