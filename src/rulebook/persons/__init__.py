"""Control, family and connected persons (Bijlage 1), ultimate owners (Bijlage 7): a graph in, paths out."""
