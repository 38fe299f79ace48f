"""What is refused, in words for the person who asked."""

from rulebook.lifecycle.machine import Obstacle


class NotPossibleError(Exception):
    """The table, the terms or the papers forbid it; every reason is told."""

    def __init__(self, *obstacles: Obstacle) -> None:
        super().__init__(" ".join(obstacle.text for obstacle in obstacles))
        self.obstacles = obstacles

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(obstacle.code for obstacle in self.obstacles)


def refuse(code: str, text: str, source: str = "") -> NotPossibleError:
    return NotPossibleError(Obstacle(code, text, source))
