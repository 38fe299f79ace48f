"""What a browser without a script would send."""

from html.parser import HTMLParser


class Boxes(HTMLParser):
    """What a browser without a script would send with the form for the page."""

    def __init__(self):
        super().__init__()
        self.found, self._select, self._area, self._inside = {}, None, None, False

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self._inside = given.get("method") == "post" and "data-keep" in given
        if not self._inside or "disabled" in given:
            return
        if tag == "input" and given.get("name"):
            chosen = given.get("type") not in {"radio", "checkbox"} or "checked" in given
            if chosen and given.get("type") != "file":
                self.add(given["name"], given.get("value", ""))
        elif tag == "select":
            self._select = given["name"]
            self.found.setdefault(self._select, [""])
        elif tag == "option" and self._select and "selected" in given:
            self.found[self._select] = [given["value"]]
        elif tag == "textarea":
            self._area = given["name"]
            self.found[self._area] = [""]

    def handle_data(self, data):
        if self._area:
            self.found[self._area][0] += data.removeprefix("\n")

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._area = None
        elif tag == "select":
            self._select = None
        elif tag == "form":
            self._inside = False

    def add(self, name, value):
        self.found.setdefault(name, []).append(value)


def typed_on(answer):
    """By name everything that stands in the form of this page, ready to be posted."""
    boxes = Boxes()
    boxes.feed(answer.content.decode())
    return boxes.found
