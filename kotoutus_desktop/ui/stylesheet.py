"""The one style sheet of the program, generated from the tokens.

Selectors use properties of ours (`kind`, `tone`, `role`, `bulk`, `state`): names that are Qt
properties too, such as size or font, would silently never match.
"""

from kotoutus_desktop.ui.theme import ICON, Mode, Theme

TONES = ("danger", "warning", "success", "info")


def stylesheet(theme: Theme) -> str:
    """Return the style sheet for the theme as it stands."""
    parts = (_grounds, _labels, _chips, _buttons, _segments, _editors, _lists, _scroll_bars)
    return "\n".join(part(theme) for part in parts)


def _grounds(theme: Theme) -> str:
    c, line = theme.hex, theme.line()
    return f"""
    QWidget {{ color:{c("text")}; icon-size:{theme.px(ICON)}px; }}
    QAbstractItemView {{ icon-size:{theme.px(20)}px; }}
    QMainWindow, QDialog, QWidget[kind="canvas"] {{ background:{c("canvas")}; }}
    QScrollArea, QScrollArea > QWidget > QWidget[kind="canvas"] {{ background:{c("canvas")};
        border:none; }}
    QScrollArea[kind="surface"], QWidget[kind="surface"] {{ background:{c("surface")};
        border:none; }}
    QFrame[kind="plain"] {{ background:transparent; border:none; }}
    QFrame[kind="sidebar"] {{ background:{c("sidebar")}; border:none;
        border-right:{line}px solid {c("line")}; }}
    QFrame[kind="panel"] {{ background:{c("surface")}; border:none;
        border-left:{line}px solid {c("line")}; }}
    QFrame[kind="panel"][over="true"] {{ border-left:{theme.px(2)}px solid {c("line_strong")}; }}
    QFrame[kind="band"] {{ background:{c("surface")}; border:none;
        border-bottom:{line}px solid {c("line")}; }}
    QFrame[kind="card"] {{ background:{c("surface")}; border:{line}px solid {c("line")};
        border-radius:{theme.radius("card")}px; }}
    QFrame[kind="card"][chosen="true"] {{ border:{theme.px(2)}px solid {c("accent")}; }}
    QFrame[kind="sunken"] {{ background:{c("sunken")}; border:none;
        border-radius:{theme.px(8)}px; }}
    QFrame[kind="next"] {{ background:{c("accent")}; border:none;
        border-radius:{theme.radius("card")}px; }}
    QFrame[kind="rule"] {{ background:{c("line")}; border:none; }}
    QFrame[kind="paper"] {{ background:{c("paper")}; border:{line}px solid {c("line")};
        border-radius:{theme.radius("paper")}px; }}
    QToolTip {{ background:{c("surface")}; color:{c("text")};
        border:{line}px solid {c("line_strong")};
        padding:{theme.px(5)}px {theme.px(8)}px; font-size:{theme.font("small").pixelSize()}px; }}
    """


def _labels(theme: Theme) -> str:
    c = theme.hex
    rules = ["QLabel { background:transparent; }"]
    for role in ("display", "title", "heading", "body", "strong", "small", "smallstrong"):
        font = theme.font(role)
        rules.append(
            f'QLabel[role="{role}"] {{ font-size:{font.pixelSize()}px;'
            f" font-weight:{font.weight()}; }}"
        )
    tones = {tone: tone for tone in TONES} | {
        "muted": "text_muted",
        "accent": "accent_text",
        "on_accent": "on_accent",
        "paper": "paper_text",
    }
    rules += [f'QLabel[tone="{tone}"] {{ color:{c(role)}; }}' for tone, role in tones.items()]
    rules.append(
        f'QLabel[kind="mark"] {{ background:{c("accent")}; color:{c("on_accent")};'
        f" border-radius:{theme.px(7)}px; }}"
    )
    rules.append(
        f'QLabel[kind="disc"] {{ background:{c("accent_soft")};'
        f" border-radius:{theme.px(56) // 2}px; }}"
    )
    rules.append(
        f'QLabel[kind="key"] {{ background:{c("surface")}; border:1px solid {c("line_strong")};'
        f" border-radius:{theme.px(4)}px; padding:0 {theme.px(5)}px; }}"
    )
    return "\n".join(rules)


def _chips(theme: Theme) -> str:
    c = theme.hex
    edge = f"{theme.px(2)}px solid {c('text')}" if theme.mode is Mode.CONTRAST else "none"
    chip = theme.size("chip") // 2  # a radius of more than half the height would be ignored
    bar = theme.radius("control")
    rules = [
        f'QFrame[kind="chip"] {{ background:{c("sunken")}; border:{edge};'
        f" border-radius:{chip}px; }}",
        f'QFrame[kind="chip"][tone="accent"] {{ background:{c("accent_soft")}; }}',
        f'QFrame[kind="bar"] {{ background:{c("sunken")}; border:{edge}; border-radius:{bar}px; }}',
    ]
    for tone in TONES:
        soft = c(f"{tone}_soft")
        rules.append(f'QFrame[kind="chip"][tone="{tone}"] {{ background:{soft}; }}')
        rules.append(f'QFrame[kind="bar"][tone="{tone}"] {{ background:{soft}; }}')
    return "\n".join(rules)


def _buttons(theme: Theme) -> str:
    c, px, ring = theme.hex, theme.px, theme.size("focus_ring")
    edge = f"border-radius:{theme.radius('control')}px;"
    ringed = theme.mode is Mode.CONTRAST
    here = f"{ring}px solid {c('accent')}" if ringed else "1px solid transparent"
    inner = theme.size("control") - 2
    small = theme.font("small").pixelSize()
    return f"""
    QPushButton {{ background:{c("surface")}; border:1px solid {c("line_strong")};
        {edge} color:{c("text")};
        padding:0 {px(14)}px; min-height:{inner}px; }}
    QPushButton:hover {{ background:{c("hover")}; }}
    QPushButton:pressed {{ background:{c("selected")}; }}
    QPushButton:disabled {{ color:{c("text_disabled")}; border-color:{c("line")}; }}
    QPushButton[kind="primary"] {{ background:{c("accent")}; border:1px solid {c("accent")};
        color:{c("on_accent")}; font-weight:600; }}
    QPushButton[kind="primary"]:hover {{ background:{c("accent_hover")}; }}
    QPushButton[kind="primary"]:disabled {{ background:{c("sunken")}; color:{c("text_disabled")};
        border-color:{c("line")}; }}
    QPushButton[kind="link"], QPushButton[kind="section"] {{ background:transparent;
        border:1px solid transparent; color:{c("accent_text")}; padding:0 {px(8)}px; }}
    QPushButton[kind="link"]:hover, QPushButton[kind="section"]:hover {{ background:{c("hover")}; }}
    QPushButton[kind="section"] {{ padding:0 {px(5)}px; min-height:{px(22)}px;
        font-size:{small}px; }}
    QPushButton[kind="section_on_accent"] {{ background:transparent; border:1px solid transparent;
        color:{c("on_accent")}; padding:0 {px(5)}px; min-height:{px(26)}px; font-size:{small}px; }}
    QPushButton[kind="icon"], QPushButton[kind="row"] {{ background:transparent;
        border:1px solid transparent;
        padding:0; }}
    QPushButton[kind="icon"] {{ min-width:{px(30)}px; min-height:{px(30)}px; }}
    QPushButton[kind="row"] {{ text-align:left; padding:{px(2)}px {px(4)}px; }}
    QPushButton[kind="icon"]:hover, QPushButton[kind="row"]:hover {{ background:{c("hover")}; }}
    QPushButton[kind="on_accent"] {{ background:{c("on_accent")}; border:1px solid {c("on_accent")};
        color:{c("accent")}; font-weight:600; }}
    QPushButton[kind="nav"] {{ background:transparent; border:1px solid transparent;
        text-align:left;
        padding:0 {px(10)}px; min-height:{px(34)}px; }}
    QPushButton[kind="nav"]:hover {{ background:{c("hover")}; }}
    QPushButton[kind="nav"]:checked {{ background:{c("selected")}; color:{c("accent_text")};
        font-weight:600;
        border:{here}; }}
    QPushButton[bulk="small"] {{ min-height:{theme.size("button_small") - 2}px;
        padding:0 {px(10)}px;
        font-size:{small}px; }}
    QPushButton[bulk="large"] {{ min-height:{theme.size("control_large") - 2}px; }}
    QPushButton[kind="back"] {{ background:transparent; border:1px solid transparent;
        color:{c("accent_text")}; padding:0 {px(4)}px 0 0; }}
    QPushButton[kind="back"]:hover {{ background:{c("hover")}; }}
    QPushButton[kind="icon"][bulk="tiny"] {{ min-width:{px(26)}px; min-height:{px(26)}px; }}
    QPushButton[edge="left"] {{ padding-left:0; text-align:left; }}
    QPushButton[kind="filter"] {{ background:{c("sunken")}; border:1px solid transparent;
        color:{c("text_muted")};
        border-radius:{px(26) // 2}px; padding:0 {px(10)}px; min-height:{px(26)}px;
        font-size:{small}px; }}
    QPushButton[kind="filter"]:checked {{ background:{c("accent_soft")}; color:{c("accent_text")};
        font-weight:600; }}
    QPushButton:focus, QPushButton[kind]:focus {{ border:{ring}px solid {c("focus")}; }}
    QPushButton[kind="primary"]:focus {{ border:{ring}px solid {c("text")}; }}
    QPushButton[kind="section_on_accent"]:focus {{ border:{ring}px solid {c("on_accent")}; }}
    QPushButton[kind="on_accent"]:focus {{ border:{ring}px solid {c("text")}; }}
    QPushButton::menu-indicator {{ image:none; width:0; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons:0; }}
    """


def _segments(theme: Theme) -> str:
    c, r = theme.hex, theme.radius("control")
    return f"""
    QPushButton[kind="segment"] {{ border:1px solid {c("line_strong")}; border-radius:0;
        border-left-width:0;
        padding:0 {theme.px(12)}px; min-height:{theme.px(30)}px; }}
    QPushButton[kind="segment"][bulk="small"] {{ min-height:{theme.px(26)}px;
        padding:0 {theme.px(10)}px; }}
    QPushButton[kind="segment"][place="first"] {{ border-left-width:1px;
        border-top-left-radius:{r}px; border-bottom-left-radius:{r}px; }}
    QPushButton[kind="segment"][place="alone"] {{ border-left-width:1px; border-radius:{r}px; }}
    QPushButton[kind="segment"][place="last"] {{
        border-top-right-radius:{r}px; border-bottom-right-radius:{r}px; }}
    QPushButton[kind="segment"]:checked {{ background:{c("selected")}; color:{c("accent_text")};
        font-weight:600; }}
    QPushButton[kind="segment"]:focus {{ border:{theme.size("focus_ring")}px solid {c("focus")}; }}
    """


def _editors(theme: Theme) -> str:
    c, px, ring = theme.hex, theme.px, theme.size("focus_ring")
    return f"""
    QLineEdit, QComboBox, QPlainTextEdit, QSpinBox {{ background:{c("surface")}; color:{c("text")};
        border:1px solid {c("line_strong")}; border-radius:{theme.radius("control")}px;
        padding:0 {px(10)}px;
        selection-background-color:{c("accent")}; selection-color:{c("on_accent")}; }}
    QLineEdit, QComboBox, QSpinBox {{ min-height:{theme.size("control") - 2}px; }}
    QComboBox {{ padding-right:{px(28)}px; }}
    QComboBox QLineEdit {{ border:none; padding:0; min-height:0; background:transparent; }}
    QComboBox::drop-down {{ border:none; width:{px(28)}px; }}
    QComboBox::down-arrow {{ image:none; }}
    QPlainTextEdit {{ padding:{px(5)}px {px(6)}px; }}
    QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border:{ring}px solid {c("focus")};
        padding-left:{px(10) - 1}px; }}
    QPlainTextEdit:focus {{ border:{ring}px solid {c("focus")};
        padding:{px(5) - 1}px {px(6) - 1}px; }}
    QLineEdit[state="error"], QComboBox[state="error"], QPlainTextEdit[state="error"] {{
        border:{ring}px solid {c("danger")}; padding-left:{px(10) - 1}px; }}
    QPlainTextEdit[state="error"] {{ padding:{px(5) - 1}px {px(6) - 1}px; }}
    QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QLineEdit:read-only {{
        background:{c("sunken")}; border-color:{c("line")}; }}
    QComboBox QLineEdit:focus {{ border:none; padding:0; }}
    QComboBox QLineEdit:read-only {{ background:transparent; }}
    QCheckBox, QRadioButton {{ background:transparent; padding:{px(2)}px; min-height:{px(26)}px;
        spacing:{px(8)}px; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width:{px(20)}px; height:{px(20)}px; }}
    """


def _lists(theme: Theme) -> str:
    c, px = theme.hex, theme.px
    return f"""
    QListView[kind="rows"], QTableView[kind="numbers"] {{ background:transparent; border:none;
        outline:none; }}
    QTableView[kind="numbers"] QHeaderView {{ background:transparent; border:none; }}
    QTableView[kind="numbers"] QHeaderView::section {{ background:transparent;
        color:{c("text_muted")}; border:none; border-bottom:{theme.line()}px solid {c("line")};
        padding:0 {px(8)}px 0 {px(2)}px; font-size:{theme.font("small").pixelSize()}px;
        font-weight:600; }}
    QTableView[kind="numbers"] QHeaderView::section:first {{ padding-left:{px(16)}px; }}
    QListView[kind="popup"], QComboBox QAbstractItemView {{ background:{c("surface")};
        color:{c("text")};
        border:1px solid {c("line_strong")}; selection-background-color:{c("selected")};
        selection-color:{c("text")}; padding:{px(3)}px; outline:none; }}
    QListView[kind="popup"]::item, QComboBox QAbstractItemView::item {{ min-height:{px(30)}px;
        padding:0 {px(8)}px; border:none; }}
    QListView[kind="popup"]::item:selected, QComboBox QAbstractItemView::item:selected {{
        background:{c("selected")}; color:{c("text")}; }}
    QMenu {{ background:{c("surface")}; border:1px solid {c("line_strong")}; padding:{px(4)}px; }}
    QMenu::item {{ padding:{px(6)}px {px(20)}px {px(6)}px {px(12)}px; border-radius:{px(4)}px; }}
    QMenu::item:selected {{ background:{c("selected")}; color:{c("text")}; }}
    QMenu::item:disabled {{ color:{c("text_disabled")}; }}
    QMenu::separator {{ height:1px; background:{c("line")}; margin:{px(4)}px {px(8)}px; }}
    QMenu::icon {{ padding-left:{px(8)}px; }}
    QProgressBar {{ background:{c("sunken")}; border:none; border-radius:{px(3)}px;
        max-height:{px(6)}px;
        text-align:center; color:transparent; }}
    QProgressBar::chunk {{ background:{c("accent")}; border-radius:{px(3)}px; }}
    """


def _scroll_bars(theme: Theme) -> str:
    c, px = theme.hex, theme.px
    return f"""
    QScrollBar:vertical {{ background:transparent; width:{px(12)}px; margin:0; }}
    QScrollBar:horizontal {{ background:transparent; height:{px(12)}px; margin:0; }}
    QScrollBar::handle {{ background:{c("line_strong")}; border-radius:{px(4)}px;
        margin:{px(2)}px; }}
    QScrollBar::handle:vertical {{ min-height:{px(40)}px; }}
    QScrollBar::handle:horizontal {{ min-width:{px(40)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background:none; border:none; height:0; width:0; }}
    """
