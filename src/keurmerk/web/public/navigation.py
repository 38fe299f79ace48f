from keurmerk.web.components.navigation import Item

ITEMS: tuple[Item, ...] = (
    Item("De normen", "public:norms"),
    Item("Lezingen", "public:readings"),
    Item("De sterren", "public:stars"),
)
