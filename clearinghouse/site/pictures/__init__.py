"""Pictures: the adapter to Pillow, which draws what messengers show beside a link."""
