import stat
from concurrent.futures import ThreadPoolExecutor

from config.environment import kept_secret


def test_a_secret_is_made_once_and_kept_for_its_owner_only(tmp_path, monkeypatch):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    first = kept_secret("SECRET_KEY", tmp_path)
    path = tmp_path / "secrets" / "secret_key"
    assert kept_secret("SECRET_KEY", tmp_path) == first == path.read_text()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_environment_comes_first(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "given")
    assert kept_secret("SECRET_KEY", tmp_path) == "given"
    assert list(tmp_path.iterdir()) == []


def test_processes_that_start_together_get_one_secret(tmp_path, monkeypatch):
    monkeypatch.delenv("DEMO", raising=False)
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: kept_secret("DEMO", tmp_path), range(8)))
    assert len(found) == 1
