from keurmerk.persons.models.entity import Entity, EntityQuerySet, Organisation, Person
from keurmerk.persons.models.facts import Address, BankAccount, Location, Pep, Tie
from keurmerk.persons.models.matching import LeadFinding, SameAs, SearchKey

__all__ = [
    "Address",
    "BankAccount",
    "Entity",
    "EntityQuerySet",
    "LeadFinding",
    "Location",
    "Organisation",
    "Pep",
    "Person",
    "SameAs",
    "SearchKey",
    "Tie",
]
