import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="there the system decides")
def test_a_crash_leaves_no_picture_of_the_memory():
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import resource; from kotoutus_desktop.app import forbid_core_dumps;"
            "forbid_core_dumps(); print(resource.getrlimit(resource.RLIMIT_CORE))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "(0, 0)"
