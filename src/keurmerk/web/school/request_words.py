"""What a school can ask of its own accord, in words: what it is, what it brings, what is asked for it."""

from dataclasses import dataclass

from keurmerk.certification.enums import RequestKind


@dataclass(frozen=True, slots=True)
class RequestWords:
    """`text` is the label and the help of the explanation, `day` the label of the day."""

    title: str
    lead: str
    paragraph: str
    text: tuple[str, str]
    day: str
    button: str
    danger: bool = False


REQUESTS = {
    RequestKind.END: RequestWords(
        title="Het Keurmerk opzeggen",
        lead=(
            "U vraagt Blik op Werk om uw Keurmerk in te trekken. Daarna geeft u geen inburgeringscursus meer "
            "aan Cursisten met een DUO-lening of betaald door de gemeente, verwijst u hen door en stuurt u "
            "het certificaat terug."
        ),
        paragraph="7.5.1",
        text=("Waarom zegt u op?", "Schrijf ook hoe u voor uw huidige Cursisten zorgt."),
        day="Vanaf welke dag wilt u het Keurmerk niet meer?",
        button="Zeg het Keurmerk op",
        danger=True,
    ),
    RequestKind.PERIOD: RequestWords(
        title="De Meetperiode wijzigen",
        lead=(
            "U vraagt om een ander einde van uw Meetperiode. Blik op Werk kijkt of u aan de voorwaarden "
            "voldoet en neemt een besluit."
        ),
        paragraph="1.5.3",
        text=(
            "Waarom wilt u een ander einde?",
            "Maak aannemelijk waarom uw school dit nodig heeft, bijvoorbeeld met aantallen Trajecten.",
        ),
        day="Wat moet de nieuwe laatste dag worden?",
        button="Vraag de wijziging aan",
    ),
    RequestKind.CONTROL: RequestWords(
        title="Overdracht van Zeggenschap melden",
        lead=(
            "Krijgt een ander de zeggenschap over uw school? Dan heeft u vooraf toestemming nodig van "
            "Blik op Werk. Zonder toestemming kan het Keurmerk worden ingetrokken."
        ),
        paragraph="2.6",
        text=(
            "Wie krijgt de zeggenschap, en waarom?",
            "Noem de nieuwe uiteindelijk belanghebbenden (UBO) en wat er voor uw Cursisten verandert.",
        ),
        day="Op welke dag is de overdracht?",
        button="Vraag toestemming",
    ),
}
