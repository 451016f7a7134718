"""Messages: a request of the form as one text that people read and machines read back; docs/messages.md says its format."""
