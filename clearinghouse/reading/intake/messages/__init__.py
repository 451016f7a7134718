"""Messages of the form, wherever they were pasted: a text comes in, messages and problems leave."""
