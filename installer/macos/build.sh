#!/bin/sh
# NOT TRIED: written after the Linux release, never run on a Mac. See README.md in this folder.
#
#   SIGN_AS="Developer ID Application: …" NOTARY_PROFILE=… installer/macos/build.sh
#
# Without the two variables the program is signed for this Mac only.
set -eu
cd "$(dirname "$0")/../.."

[ "$(uname -s)" = Darwin ] || { echo "This runs on a Mac only." >&2; exit 1; }
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}" PYTHONHASHSEED=1
name="Kotoutus Desktop"
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' kotoutus_desktop/__init__.py)
work=build/macos
rm -rf "$work" && mkdir -p "$work/data" dist

python3 -m venv "$work/tools"
python="$PWD/$work/tools/bin/python"
"$python" -m pip install --quiet --no-deps --require-hashes --only-binary=:all: -r requirements.lock
"$python" -m pip install --quiet --no-deps --require-hashes --only-binary=:all: \
    -r installer/macos/tools.lock

"$python" - "$work" <<'PYTHON'
import sys
from pathlib import Path

sys.path.insert(0, ".")
from installer import icons, release

work = Path(sys.argv[1])
release.lay_data(work / "data")
iconset = work / "program.iconset"
iconset.mkdir()
for edge in (16, 32, 128, 256, 512):
    (iconset / f"icon_{edge}x{edge}.png").write_bytes(icons.png(icons.APP, edge))
    (iconset / f"icon_{edge}x{edge}@2x.png").write_bytes(icons.png(icons.APP, edge * 2))
PYTHON
iconutil --convert icns --output "$work/program.icns" "$work/program.iconset"

KOTOUTUS_DATA="$PWD/$work/data" KOTOUTUS_ICON="$PWD/$work/program.icns" \
    "$python" -m PyInstaller --noconfirm --log-level WARN \
    --distpath "$work/frozen" --workpath "$work/work" installer/linux/kotoutus.spec
app="$work/frozen/$name.app"

codesign --force --deep --options runtime --timestamp=none --sign "${SIGN_AS:--}" "$app"
"$app/Contents/MacOS/kotoutus-desktop" self-check

dmg="dist/Kotoutus-Desktop-$version.dmg"
hdiutil create -quiet -ov -volname "$name" -srcfolder "$app" -format UDZO "$dmg"
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$dmg" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$dmg"
fi
shasum -a 256 "$dmg" > dist/SHA256SUMS-macos
