"""The description of the .msi for wixl: the same files give the same text and identifiers."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from uuid import UUID, uuid5
from xml.sax.saxutils import quoteattr

UPGRADE_CODE = UUID("0c8f7f6e-2f0c-4f3a-9d55-6a1f6b7d3c21")
"""Tells Windows that a newer .msi replaces an older one. It must never change."""

TITLE, PROGRAM = "Kotoutus Desktop", "Kotoutus Desktop.exe"
KINDS = {
    ".kotoutus": ("KotoutusDesktop.Office", "Kotoutus Desktop: office"),
    ".kotoutus-transfer": ("KotoutusDesktop.Transfer", "Kotoutus Desktop: transfer"),
}


@dataclass
class Folder:
    """A folder of the target: its folders and files by name."""

    folders: dict[str, "Folder"] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)


def tree_of(files: Iterable[str]) -> Folder:
    """Return the folders of some files, given by their paths with slashes."""
    root = Folder()
    for path in sorted(files):
        folder = root
        *above, name = PurePosixPath(path).parts
        for each in above:
            folder = folder.folders.setdefault(each, Folder())
        folder.files.append(name)
    return root


def identifier(kind: str, path: str) -> str:
    """Return how the database calls a folder, component or file."""
    return kind + hashlib.sha256(path.encode()).hexdigest()[:24]


def component_code(path: str) -> str:
    """Return the code of a component, the same in every version for the same path."""
    return _braces(uuid5(UPGRADE_CODE, f"component {path}"))


def product_code(version: str) -> str:
    """Return the code of the product, another one in each version."""
    return _braces(uuid5(UPGRADE_CODE, f"product {version}"))


def write_wix(files: Iterable[str], version: str, source: str, icon: str) -> str:
    """Return the description, for wixl with `--arch x64`.

    `source`, where the files lie, and `icon` are relative to the folder it is started in.
    """
    listed = sorted(files)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">',
        f'<Product Id="{product_code(version)}" Name="{TITLE}" Version="{version}"',
        f' UpgradeCode="{_braces(UPGRADE_CODE)}" Manufacturer="{TITLE}" Language="1033"',
        ' Codepage="1252">',
        f'<Package Id="{_braces(uuid5(UPGRADE_CODE, f"package {version}"))}"',
        ' InstallerVersion="500" Compressed="yes" InstallScope="perMachine"/>',
        '<MajorUpgrade DowngradeErrorMessage="A newer version is installed."/>',
        '<Media Id="1" Cabinet="program.cab" EmbedCab="yes"/>',
        f'<Icon Id="program.ico" SourceFile={quoteattr(icon)}/>',
        '<Property Id="ARPPRODUCTICON" Value="program.ico"/>',
        '<Property Id="ARPNOMODIFY" Value="1"/>',
        '<Directory Id="TARGETDIR" Name="SourceDir">',
        '<Directory Id="ProgramFiles64Folder">',
        f'<Directory Id="INSTALLDIR" Name="{TITLE}">',
        *_folder(tree_of(listed), "", source),
        *_registered(),
        "</Directory></Directory>",
        *_menu(),
        "</Directory>",
        '<Feature Id="main" Level="1">',
        *(f'<ComponentRef Id="{each}"/>' for each in _components(listed)),
        "</Feature>",
        "</Product>",
        "</Wix>",
    ]
    return "\n".join(lines) + "\n"


def _folder(folder: Folder, path: str, source: str) -> list[str]:
    lines = []
    for name in folder.files:
        inside = f"{path}{name}"
        lines.append(
            f'<Component Id="{identifier("c", inside)}" Guid="{component_code(inside)}"'
            f' Win64="yes"><File Id="{identifier("f", inside)}" KeyPath="yes"'
            f" Name={quoteattr(name)} Source={quoteattr(f'{source}/{inside}')}/></Component>"
        )
    for name, inner in sorted(folder.folders.items()):
        inside = f"{path}{name}/"
        lines.append(f'<Directory Id="{identifier("d", inside)}" Name={quoteattr(name)}>')
        lines += [*_folder(inner, inside, source), "</Directory>"]
    return lines


def _menu() -> list[str]:
    return [
        '<Directory Id="ProgramMenuFolder">',
        f'<Component Id="menu" Guid="{component_code("menu")}" Win64="yes">',
        f'<Shortcut Id="shortcut" Name="{TITLE}" Target="[INSTALLDIR]{PROGRAM}"',
        ' WorkingDirectory="INSTALLDIR" Icon="program.ico"/>',
        _value("menu", r"Software\KotoutusDesktop", "1", name="menu", key_path=True),
        "</Component></Directory>",
    ]


def _registered() -> list[str]:
    lines = [f'<Component Id="kinds" Guid="{component_code("kinds")}" Win64="yes">']
    for place, (ending, (kind, words)) in enumerate(KINDS.items()):
        base = rf"Software\Classes\{kind}"
        values: Mapping[str, str] = {
            rf"Software\Classes\{ending}": kind,
            base: words,
            rf"{base}\DefaultIcon": f"[INSTALLDIR]{kind}.ico",
            rf"{base}\shell\open\command": f'"[INSTALLDIR]{PROGRAM}"',
        }
        for number, (key, value) in enumerate(values.items()):
            is_first = place == 0 and number == 0
            lines.append(_value(f"kind{place}{number}", key, value, key_path=is_first))
    return [*lines, "</Component>"]


def _value(identity: str, key: str, value: str, *, name: str = "", key_path: bool = False) -> str:
    named = f" Name={quoteattr(name)}" if name else ""
    path = ' KeyPath="yes"' if key_path else ""
    return (
        f'<RegistryValue Id="{identity}Value" Root="HKLM" Key={quoteattr(key)}{named}'
        f' Type="string" Value={quoteattr(value)}{path}/>'
    )


def _components(files: Iterable[str]) -> list[str]:
    return [*(identifier("c", each) for each in files), "kinds", "menu"]


def _braces(code: UUID) -> str:
    return "{" + str(code).upper() + "}"
