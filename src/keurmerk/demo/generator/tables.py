"""Raw tables as a school fills them in: Dutch names, every cell a text."""

type Row = dict[str, str]
type Tables = dict[str, list[Row]]
