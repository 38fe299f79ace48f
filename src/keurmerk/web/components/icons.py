"""The icons, drawn by us on a grid of 24: one set of strokes, inline, so that none needs a request."""

ICONS: dict[str, str] = {
    "check": '<circle cx="12" cy="12" r="10"/><path d="m7.5 12.5 3 3 6-7"/>',
    "cross": '<path d="M8 2h8l6 6v8l-6 6H8l-6-6V8z"/><path d="m8.5 8.5 7 7m0-7-7 7"/>',
    "minus": '<circle cx="12" cy="12" r="10"/><path d="M7.5 12h9"/>',
    "partial": '<circle cx="12" cy="12" r="10"/><path d="M7 12h.01M12 12h.01M17 12h.01"/>',
    "question": (
        '<path d="M12 2 22 12 12 22 2 12z"/>'
        '<path d="M9.8 9.6a2.3 2.3 0 1 1 3.2 2.2c-.7.3-1 .8-1 1.6M12 16.5h.01"/>'
    ),
    "eye": (
        '<path d="M1.5 12S5.5 5 12 5s10.5 7 10.5 7-4 7-10.5 7S1.5 12 1.5 12z"/>'
        '<circle cx="12" cy="12" r="3"/>'
    ),
    "warning": '<path d="M12 3 22.5 21h-21z"/><path d="M12 10v5M12 18h.01"/>',
    "info": '<circle cx="12" cy="12" r="10"/><path d="M12 11v6M12 7h.01"/>',
    "star": '<path d="m12 2.6 2.9 6.1 6.6.9-4.8 4.6 1.2 6.7L12 17.7l-5.9 3.2 1.2-6.7-4.8-4.6 6.6-.9z"/>',
    "download": '<path d="M12 3v12m-5-5 5 5 5-5M4 21h16"/>',
    "left": '<path d="m15 5-7 7 7 7"/>',
    "right": '<path d="m9 5 7 7-7 7"/>',
    "up": '<path d="m5 15 7-7 7 7"/>',
    "down": '<path d="m5 9 7 7 7-7"/>',
    "scale": '<path d="M12 3v18M7 21h10M4 7h16M4 7l-3 7a3.2 3.2 0 0 0 6 0zM20 7l-3 7a3.2 3.2 0 0 0 6 0z"/>',
    "sum": '<path d="M18 5V3H5l7 9-7 9h13v-2"/>',
    "file": '<path d="M6 2h8l5 5v15H6z"/><path d="M14 2v5h5"/>',
    "calendar": '<path d="M3 5h18v17H3zM3 10h18M8 2v5M16 2v5"/>',
    "lock": '<path d="M5 11h14v11H5zM8 11V7a4 4 0 0 1 8 0v4"/>',
}
