"""What search engines and other programs find the site by: when pages changed, what may be found, and what the site is."""
