import pytest

pytestmark = pytest.mark.django_db


def test_every_answer_forbids_third_parties_inline_code_and_framing(client):
    policy = client.get("/account/login/")["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy


def test_answers_tell_the_browser_to_guess_nothing_and_pass_nothing_on(client):
    answer = client.get("/gezond")
    told = {name: answer[name] for name in ("X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options")}
    assert told == {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "X-Frame-Options": "DENY",
    }


def test_cookies_stay_out_of_reach_of_scripts(client):
    cookie = client.get("/account/login/").cookies["csrftoken"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
