"""What the database refuses, whoever writes."""

import pytest
from django.db import IntegrityError, transaction

from keurmerk.documents.models import Document
from tests.factories.documents import make_document

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ({"kind": "x"}, "kind_known"),
        ({"media_type": "text/html"}, "media_type_known"),
        ({"scan": "waiting"}, "scan_known"),
        ({"size": 0}, "not_empty"),
        ({"sha256": "g" * 64}, "hash_is_a_hash"),
        ({"school": None}, "for_school_has_school"),
        ({"sealed": True}, "sealed_is_pdf"),
        ({"title": ""}, "kept_or_removed_whole"),
        ({"removed_on": "2030-01-01"}, "kept_or_removed_whole"),
        ({"stored_as": None}, "kept_or_removed_whole"),
    ],
)
def test_the_database_says_no(wrong, rule):
    document = make_document()
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Document.objects.filter(pk=document.pk).update(**wrong)


def test_a_stored_file_is_of_one_document():
    mine, other = make_document(), make_document()
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=mine.pk).update(stored_as=other.stored_as)
