"""Speed against floors of the same run: `make bench` prints the ratios and writes them to a file."""
