from tests.factories.quick_letters import quick_letters

__all__ = ["quick_letters"]
