from kotoutus_desktop.models.subkeys import subkey, wipe

KEY = bytes(range(32))


def test_a_subkey_is_always_the_same_and_tells_nothing_of_the_key():
    assert subkey(KEY, "log") == subkey(bytearray(KEY), "log")
    assert KEY not in {bytes(subkey(KEY, "log")), bytes(subkey(KEY, "anchor"))}


def test_wiping_leaves_zeros():
    key = bytearray(KEY)

    wipe(key)

    assert set(key) == {0}
