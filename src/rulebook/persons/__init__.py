"""Control, family and connected persons (Bijlage 1), and ultimate owners (Bijlage 7). Pure: a graph in, paths out."""
