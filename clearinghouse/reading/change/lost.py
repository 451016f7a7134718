"""Lost: how many records a change may lose before it is refused; apart, so that a command can say it without comparing anything."""

MOST_LOST = 10
