"""The page of the tables says every row that the program goes by, with the drawings."""

from html import escape

from rulebook.lifecycle.document import PARTS, rows


def test_every_row_of_every_table_stands_there(visitor):
    page = visitor.get("/regels/levensloop/").content.decode()
    for part in PARTS:
        assert f'id="{part.code}"' in page
        for row in rows(part.table):
            assert escape(row.text) in page
            assert all(escape(ground.text) in page for ground in row.grounds)
            assert all(escape(line.text) in page for line in (*row.starts, *row.duties))


def test_each_table_has_its_drawing_without_style_of_its_own(visitor):
    page = visitor.get("/regels/levensloop/").content.decode()
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg" viewBox=') == len(PARTS)
    assert "style=" not in page
    assert "<style" not in page
