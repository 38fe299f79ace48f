from tests.factories.files import own_store

__all__ = ["own_store"]
