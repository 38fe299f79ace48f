"""Is a file what its name says, and does nothing in it act by itself? Bytes in, a reason out."""
