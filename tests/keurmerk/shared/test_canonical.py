from fractions import Fraction

import pytest

from keurmerk.shared.canonical import canonical_json


def test_order_of_keys_makes_no_difference():
    assert canonical_json({"b": 1, "a": [True, None]}) == '{"a":[true,null],"b":1}'


def test_composed_and_decomposed_letters_give_one_text():
    assert canonical_json("caf\u00e9") == canonical_json("cafe\u0301")


@pytest.mark.parametrize("value", [0.1, Fraction(1, 3), {1: "a"}, {"a": [b"x"]}])
def test_a_value_without_one_text_is_refused(value):
    with pytest.raises(TypeError):
        canonical_json(value)
