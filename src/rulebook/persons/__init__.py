"""Control, family and connected persons (Bijlage 1), and ultimate owners (Bijlage 7): a graph in, paths out."""
