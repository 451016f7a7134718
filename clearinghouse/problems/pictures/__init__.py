"""Problems of pictures."""
