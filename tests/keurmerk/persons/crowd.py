"""Unconnected applicants and holders from a seed: names of many origins, with the namesakes that life has."""

from datetime import date, timedelta
from random import Random

from tests.factories.persons import owner

from keurmerk.persons.declaration import DeclaredAccount, DeclaredAddress, DeclaredPerson


def listed(text: str) -> list[str]:
    return [each.strip() for each in text.split(",")]


FIRST = {
    "nl": listed("Jan, Piet, Maria, Johanna, Hendrik, Willem, Anna, Sanne, Daan, Lotte, J., M., Kees, Bram"),
    "ar": listed("Mohamed, Mohammed, Ahmed, Ali, Fatima, Youssef, Hassan, Omar, Khadija, Samira, Amina"),
    "ti": listed("Tesfay, Girmay, Haile, Selam, Abrehet, Yonas, Mehari, Kidane, Letay, Semere, Rahwa"),
    "tr": listed("Mehmet, Ayşe, Yılmaz, Fatma, Mustafa, Emine, Hüseyin, Zeynep, Murat, Elif, Özgür"),
    "uk": listed("Oleksandr, Iryna, Taras, Olena, Dmytro, Nataliia, Andrii, Svitlana, Микола, Катерина"),
}
LAST = {
    "nl": listed("de Vries, Jansen, Janssen, Bakker, Visser, Smit, van Dijk, van den Berg, Mulder, de Boer"),
    "ar": listed("Ali, Hassan, El Amrani, Hussein, Mohamed, Ben Salah, Al Khatib, Saidi, Ahmed, Bouzid"),
    "ti": listed("Tesfay, Haile, Girmay, Gebremedhin, Kidane, Tekle, Weldu, Habte, Berhe, Mehari, Abraha"),
    "tr": listed("Yılmaz, Kaya, Demir, Şahin, Çelik, Yıldız, Öztürk, Aydın, Arslan, Doğan, Polat"),
    "uk": listed("Shevchenko, Bondarenko, Kovalenko, Tkachenko, Melnyk, Boyko, Лисенко, Мороз, Шевченко"),
}
FIRST_DAY, DAYS = date(1975, 1, 1), 1_000
WORDS = listed(
    "Taal, Lingua, Inburger, Horizon, Brug, Kompas, Wijzer, Nieuw, Spraak, Leer, Kleur, Wereld, Haven, Start"
)


class Crowd:
    """People and schools that have nothing to do with each other: every address and account once."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._taken: set[tuple[date, str]] = set()
        self._places = iter(self._random.sample(range(1000, 9999 * 20), 20_000))
        self._accounts = iter(range(10**9, 10**10))
        self._names = 0

    def owners(self, many: int = 2) -> list[DeclaredPerson]:
        return [self.owner(f"p{number}", 100 // many) for number in range(many)]

    def owner(self, key: str, percent: int) -> DeclaredPerson:
        origin = self._random.choice(sorted(FIRST))
        first, last = self._random.choice(FIRST[origin]), self._random.choice(LAST[origin])
        return owner(
            key, f"{first} {last}", percent, birth_date=self._day(origin), addresses=(self.address(),)
        )

    def _day(self, origin: str) -> date:
        """Shared with people of other origins, never with a possible namesake."""
        while (found := (FIRST_DAY + timedelta(days=self._random.randrange(DAYS)), origin)) in self._taken:
            pass
        self._taken.add(found)
        return found[0]

    def address(self) -> DeclaredAddress:
        place = next(self._places)
        letters = "ABCDEFGHJKLMNPRSTVWXZ"
        postcode = f"{1000 + place % 9000} {letters[place % 20]}{letters[(place // 20) % 20]}"
        return DeclaredAddress(street="Straat", number=str(1 + place // 9000), postcode=postcode, city="Dorp")

    def account(self) -> DeclaredAccount:
        return DeclaredAccount(iban=f"NL{self._random.randint(10, 99)}BANK{next(self._accounts)}")

    def school_name(self) -> str:
        self._names += 1
        one, other = self._random.sample(WORDS, 2)
        return f"{one}{other.lower()} {self._random.choice(LAST['nl'])}"
