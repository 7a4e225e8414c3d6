from installer.write_nsis import laid_down, taken_away

FILES = ["app/b.py", "Kotoutus Desktop.exe", "app/ui/c$d.py", "app/a.py"]


def test_files_are_laid_down_folder_by_folder_in_a_fixed_order() -> None:
    assert laid_down(FILES, "/stage").splitlines() == [
        'SetOutPath "$INSTDIR"',
        'File "/stage/Kotoutus Desktop.exe"',
        'SetOutPath "$INSTDIR\\app"',
        'File "/stage/app/a.py"',
        'File "/stage/app/b.py"',
        'SetOutPath "$INSTDIR\\app\\ui"',
        'File "/stage/app/ui/c$$d.py"',
        'SetOutPath "$INSTDIR"',
    ]


def test_the_uninstaller_takes_away_what_was_laid_down_and_nothing_else() -> None:
    lines = taken_away(FILES).splitlines()

    assert [line for line in lines if line.startswith("Delete")] == [
        'Delete "$INSTDIR\\Kotoutus Desktop.exe"',
        'Delete "$INSTDIR\\app\\a.py"',
        'Delete "$INSTDIR\\app\\b.py"',
        'Delete "$INSTDIR\\app\\ui\\c$$d.py"',
    ]
    assert "/r" not in taken_away(FILES)


def test_folders_are_taken_away_from_the_innermost() -> None:
    folders = [line for line in taken_away(FILES).splitlines() if line.startswith("RMDir")]

    assert folders == ['RMDir "$INSTDIR\\app\\ui"', 'RMDir "$INSTDIR\\app"']
