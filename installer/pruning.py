"""Which files of the packages are left out of what is shipped: the program never asks for them.

The self-check runs on the pruned program, so a file too few is noticed there.
"""

import re
from fnmatch import fnmatchcase

_LOCALES = """
root am am_ET ar ar_001 bn bn_BD ckb ckb_IQ en en_001 en_150 en_FI en_GB en_US es es_ES et et_EE
fa fa_AF fa_IR fi fi_FI fr fr_FR ku ku_TR my my_MM ne ne_NP ps ps_AF ru ru_RU so so_SO sq sq_AL sv
sv_FI sv_SE th th_TH ti ti_ET tr tr_TR uk uk_UA ur ur_PK vi vi_VN zh zh_Hans zh_Hans_CN
"""
LOCALES = frozenset(_LOCALES.split())
"""Locales of Babel that papers and windows use: the clients' languages and where they lead."""

ZONES = frozenset({"Helsinki", "__init__.py"})
"""Of the time zones only Finland's is asked for."""

_OF_EVERY_PACKAGE = """
    */tests/* */testing/* */__pycache__/* *.pyi *.pyx *.pxd *.h
    pycparser/* pypdfium2_cli/* alembic/templates/*
    lxml/isoschematron/* lxml/includes/* lxml/html/* lxml/objectify*
    sqlalchemy/dialects/mysql/* sqlalchemy/dialects/oracle/* sqlalchemy/dialects/mssql/*
    reportlab/fonts/* reportlab/graphics/barcode/* reportlab/graphics/samples/*
    PIL/_avif* PIL/_webp* PIL/_imagingtk* PIL/ImageTk*
"""
_OF_QT = """
    */plugins/platforminputcontexts/*virtualkeyboard* */plugins/designer/* */plugins/qmltooling/*
    */plugins/sqldrivers/* */plugins/generic/* */plugins/networkinformation/* */plugins/tls/*
    */plugins/vectorimageformats/* */plugins/imageformats/*qtga* */plugins/imageformats/*qwbmp*
    */plugins/imageformats/*qtiff* */plugins/imageformats/*qicns* */plugins/imageformats/*qwebp*
    */plugins/imageformats/*qpdf*
"""
_LINUX = """
    */plugins/egldeviceintegrations/* */plugins/platforms/libqeglfs* */plugins/platforms/libqvnc*
    */plugins/platforms/libqlinuxfb* */plugins/platforms/libqvkkhr* */plugins/platforms/libqminimal*
    */plugins/platformthemes/libqgtk3* *EglFS* *libQt6Quick* *libQt6Qml*
    libgtk-3* libgdk-3* libcairo* libpango* libatk* libgdk_pixbuf* libharfbuzz* libpixman*
    libthai* libdatrie* libsystemd* libcups* libepoxy* libfribidi* pillow.libs/libavif*
"""
_WINDOWS = """
    bin/* PySide6/*.exe PySide6/*.lib shiboken6/*.lib PySide6/opengl32sw.dll PySide6/assistant*
    PySide6/resources/* PySide6/include/* PySide6/typesystems/* PySide6/glue/* PySide6/metatypes/*
    PySide6/qml/* PySide6/scripts/* PySide6/support/* PySide6/doc/* PySide6/lib/*
    PySide6/modules/* PySide6/QtAsyncio/* PySide6/QtNetwork* PySide6/QtAxContainer*
    PySide6/pyside6qml* PySide6/plugins/platforms/qdirect2d.dll
    PySide6/plugins/platforms/qminimal.dll
    */concrt140.dll */vcamp140.dll */vccorlib140.dll */vcomp140.dll
    shiboken6/msvcp140*.dll shiboken6/vcruntime140*.dll
    *.dist-info/RECORD *.dist-info/INSTALLER *.dist-info/REQUESTED *.dist-info/direct_url.json
    *.dist-info/WHEEL
"""
_WINDOWS_QT = (
    "Bodymovin Concurrent Designer Help Labs Lottie OpenGL Pdf Qml Quick Shader Sql Test"
    " UiTools VirtualKeyboard Xml"
)
LINUX = tuple(_LINUX.split())
"""Gtk and what it drags along; libcups is the system's own, where it prints at all."""

WINDOWS = (
    *_WINDOWS.split(),
    *(f"PySide6/Qt{six}{name}*" for six in ("6", "") for name in _WINDOWS_QT.split()),
)
"""What Qt's tools, QML and test modules need."""

_EVERYWHERE = (*_OF_EVERY_PACKAGE.split(), *_OF_QT.split())
_ZONE = re.compile(r"tzdata/(zoneinfo/.+|zones)$")
_LOCALE = re.compile(r"babel/locale-data/([^/]+)\.dat$")
_TRANSLATION = re.compile(r"PySide6/(?:Qt/)?translations/")


def is_kept(path: str, system: tuple[str, ...]) -> bool:
    """Tell whether a file of the packages is shipped; `system` is LINUX or WINDOWS.

    `path` is relative to where the packages lie, with slashes.
    """
    zone, locale = _ZONE.search(path), _LOCALE.search(path)
    if zone is not None:
        return _is_kept_zone(path)
    if locale is not None:
        return locale[1] in LOCALES
    if _TRANSLATION.search(path):  # the buttons' words are the program's own
        return False
    return not any(fnmatchcase(path, each) for each in (*_EVERYWHERE, *system))


def _is_kept_zone(path: str) -> bool:
    folder, _slash, name = path.rpartition("/")
    if folder.endswith("zoneinfo/Europe"):
        return name in ZONES
    return folder.endswith("tzdata/zoneinfo") and name == "__init__.py"
