"""Mails: the bytes of one come in; its texts, its attachments and what the receiving server saw of its sender leave."""
