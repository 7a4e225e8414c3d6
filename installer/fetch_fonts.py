"""Reproduce resources/fonts/ from the published font packages, for developers.

    python installer/fetch_fonts.py            write every font file again
    python installer/fetch_fonts.py --check    only compare what is there

The packages come through the npm client at fixed versions, and every file must have the
checksum below. Noto Sans SC is cut to the characters of GB 2312 with uharfbuzz: the
whole font is 10 MB. Another version of uharfbuzz may cut it differently; the checksum
then fails and nothing is written.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
LICENCE_IN_PACKAGE = "package/LICENSE_FONT"


@dataclass(frozen=True)
class Family:
    """A font family: its package, and the checksum of each file that we ship."""

    name: str
    package: str
    checksums: dict[str, str]
    licence: str
    characters: frozenset[int] | None = None


def gb2312_characters() -> frozenset[int]:
    """Return GB 2312 with the Latin letters and signs that occur beside Chinese."""
    characters = {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2028), 0x20AC}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            characters.update(map(ord, bytes([row, cell]).decode("gb2312", errors="ignore")))
    return frozenset(characters)


FAMILIES = (
    Family(
        name="NotoSans",
        package="@expo-google-fonts/noto-sans@0.4.2",
        checksums={
            "400Regular": "fe8c022f48d8dd29f17b744d16f9346f4357e16f7d4f7be58b000ae7c291b614",
            "600SemiBold": "e691fe27813ec6ed11d0a5be4c6c1f6739996ed682462eaa3244a6185217dd6c",
            "700Bold": "13a813c49624ae3ba3c5c6e72c5ebffc4b9e1e6ea32f421c04069b037c6ad431",
        },
        licence="cee9892f9f0cc8fe882c9e9537ee6a89621d86ee7ceaf70b02e2b2b1c25c061a",
    ),
    Family(
        name="Vazirmatn",
        package="@expo-google-fonts/vazirmatn@0.4.1",
        checksums={
            "400Regular": "443e920a022a89a93d4764a06e853342b9008fba880eb827d814160f1e459c05",
            "600SemiBold": "38ae06d7b46759bd8fee03f7fc4001c2178dbd9b28a5f0b36ee5cfe3830cf475",
            "700Bold": "214a28e6c3a8283e30c60cd17d31470709e2f85da6fb547dc29c56e524ea1046",
        },
        licence="17e355067c8284f47743a1ee3b1ef7ff684ff0601eda357f9353b10b3016ab31",
    ),
    Family(
        name="NotoNastaliqUrdu",
        package="@expo-google-fonts/noto-nastaliq-urdu@0.4.2",
        checksums={
            "400Regular": "360220888c7519d127c143d0a830d187dd41e184036508a868dd89e6cbfc7521",
            "700Bold": "0f76cabd37fb8a5458eae1cd143d2fff3101b4d19448d13373e30c0407ba56a7",
        },
        licence="e90279e3fb2003c4d54f8685e25274bd7838b1b21c891520d71dbdb1d4a98907",
    ),
    Family(
        name="NotoSansEthiopic",
        package="@expo-google-fonts/noto-sans-ethiopic@0.4.2",
        checksums={
            "400Regular": "321ff186e0f066a46257c3008e8a22070720350a9d17f8a32d0d3da53f52e7a2",
            "700Bold": "b968f7d5c79d6caaff5e29031b1598555f4b154de7456dd51b7c866f90d37597",
        },
        licence="72606b23f312cb25973958f2892d4d2c2012deabadbf0f763232624a9649fc69",
    ),
    Family(
        name="NotoSansThai",
        package="@expo-google-fonts/noto-sans-thai@0.4.2",
        checksums={
            "400Regular": "9acb585d8662ca4ed1b1cf5889dfa1393f8555103b3986e1ea1e3af4faef70bd",
            "700Bold": "0be544f347b3ab6382bdc2b555a783727a4858a3dc140670406924670967d916",
        },
        licence="2e98fd23a52d253db8612cd5942c8f2ff4111b21d2367050fdca91d8ccc374a0",
    ),
    Family(
        name="NotoSansMyanmar",
        package="@expo-google-fonts/noto-sans-myanmar@0.4.2",
        checksums={
            "400Regular": "52c27fe2643e3e34bae3b3d8865f6a2400e8c955d1adbe311979ea012116eb13",
            "700Bold": "e8c0650bd16c279dc64b7baabb33fd5b0266e4ef8005fe36fd8122dcc43dba18",
        },
        licence="246a75859267af7da466823969d2e2b407ed8455ee5f74f4c8d63d8783be9b57",
    ),
    Family(
        name="NotoSansBengali",
        package="@expo-google-fonts/noto-sans-bengali@0.4.4",
        checksums={
            "400Regular": "6826d9667972f0f96e48c46f7a24e70afe97205032e6295cfb1f13fbbb8b90a3",
            "700Bold": "3a44a4cf2c4f79c3ead8f52dffd5b3a66f0b2483792d66bad81e1a51e888bfd6",
        },
        licence="754f0e221aa7d5a915489f3bf1f20fe53ddc35ab2834a4d91656d78f9622de70",
    ),
    Family(
        name="NotoSansDevanagari",
        package="@expo-google-fonts/noto-sans-devanagari@0.4.1",
        checksums={
            "400Regular": "084a94d89eb54aafb93a056e15425c34fd859f6342875165d304837b3bcfc2d2",
            "700Bold": "67f1ec9e2ac30b261090e32953b2df0adf6c942ab26ac47efb490fa7315bddab",
        },
        licence="a216f6f8d85c7228093e0ee5e258d9d377e6671f68acb4db1930b29583d0f331",
    ),
    Family(
        name="NotoSansSC",
        package="@expo-google-fonts/noto-sans-sc@0.4.3",
        checksums={
            "400Regular": "dc156b61033b0a06f2bd0a3c3f2225b738877dc048cebb0a2242418837b50d20",
        },
        licence="1c05c68c34f9708415aada51f17e1b0092d2cea709bf4a94cd38114f9e73d7d9",
        characters=gb2312_characters(),
    ),
)


def content_of(family: Family, archive: tarfile.TarFile, weight: str) -> bytes:
    """Return the bytes of one font file as we ship it."""
    member = archive.extractfile(f"package/{weight}/{family.name}_{weight}.ttf")
    if member is None:
        raise FileNotFoundError(f"{family.name} {weight}")
    content = member.read()
    return content if family.characters is None else cut(content, family.characters)


def cut(font: bytes, characters: frozenset[int]) -> bytes:
    """Return the font with these characters only, without hinting."""
    request = hb.SubsetInput()
    request.unicode_set.update(characters)
    request.flags = hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(hb.Face(hb.Blob(font)), request).blob.data)


def checked(name: str, content: bytes, checksum: str) -> bytes:
    """Return the content, or raise ValueError when it is not what was reviewed."""
    found = hashlib.sha256(content).hexdigest()
    if found != checksum:
        raise ValueError(f"{name} has the checksum {found}, expected {checksum}")
    return content


def fetched(family: Family, folder: Path) -> dict[str, bytes]:
    """Return the files of a family by name, taken from its package and checked."""
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("npm")
    command = [npm, "pack", "--silent", "--pack-destination", str(folder), family.package]
    packed = subprocess.run(command, check=True, capture_output=True, text=True)
    with tarfile.open(folder / packed.stdout.split()[-1]) as archive:
        files = {
            f"{family.name}_{weight}.ttf": checked(
                f"{family.name} {weight}", content_of(family, archive, weight), checksum
            )
            for weight, checksum in family.checksums.items()
        }
        licence = archive.extractfile(LICENCE_IN_PACKAGE)
        if licence is None:
            raise FileNotFoundError(LICENCE_IN_PACKAGE)
        name = f"OFL-{family.name}.txt"
        files[name] = checked(name, licence.read(), family.licence)
    return files


def differing(folder: Path) -> list[str]:
    """Return the names of the shipped files that are absent or not as reviewed."""
    expected = {f"OFL-{family.name}.txt": family.licence for family in FAMILIES}
    for family in FAMILIES:
        for weight, checksum in family.checksums.items():
            expected[f"{family.name}_{weight}.ttf"] = checksum
    return [
        name
        for name, checksum in expected.items()
        if not (folder / name).exists()
        or hashlib.sha256((folder / name).read_bytes()).hexdigest() != checksum
    ]


def main() -> int:
    """Fetch or compare; return 1 when a file is not as it should be."""
    parser = argparse.ArgumentParser(description="Reproduce the fonts of the program.")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    if not parser.parse_args().check:
        with tempfile.TemporaryDirectory() as folder:
            for family in FAMILIES:
                for name, content in fetched(family, Path(folder)).items():
                    (FONTS / name).write_bytes(content)
    wrong = differing(FONTS)
    sys.stdout.write("".join(f"not as reviewed: {name}\n" for name in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
