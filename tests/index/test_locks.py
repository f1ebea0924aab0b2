"""A folder is held by one at a time; who does not want to wait is told so."""

from pathlib import Path

from index.locks import folder_lock, folder_lock_if_free


def test_a_held_folder_is_not_waited_for(tmp_path: Path) -> None:
    with folder_lock(tmp_path), folder_lock_if_free(tmp_path) as is_ours:
        assert not is_ours
    with folder_lock_if_free(tmp_path) as is_ours, folder_lock_if_free(tmp_path) as is_again:
        assert (is_ours, is_again) == (True, False)
