"""Names for a made roll: few enough, and some common enough, that strangers share them.

Invented people only. The weights make namesakes: a real school has many Khans and Smiths.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Final

COMMON: Final = (
    "Khan", "Smith", "Hussain", "Jones", "Ali", "Ahmed", "Patel", "Taylor", "Begum", "Singh",
    "Williams", "Brown",
)  # fmt: skip
OTHERS: Final = (
    "Abara", "Adeyemi", "Akhtar", "Ashdown-Pike", "Baines", "Bąk", "Barrowclough", "Bashir",
    "Bednarz", "Berry", "Bhatt", "Birch", "Blythe", "Boateng", "Bryant", "Carver", "Chandler",
    "Chaudhry", "Cheung", "Clarke", "Coates", "Cole", "Cope", "Costa", "Court", "Dąbrowska",
    "Davies", "Dhillon", "D’Sousa", "Dunn", "Edwards", "Ellis", "Evans", "Farah", "Farooq",
    "Fenwick", "Fernández", "Field", "Flint", "Foster", "Garnett", "Georgiou", "Gill", "Grant",
    "Green", "Hall", "Harper", "Hassan", "Hayes", "Hicks", "Holt", "Hughes", "Hyde", "Ionescu",
    "Iqbal", "James", "Jankowska", "Kaur", "Kaya", "Kelly", "Kowalska", "Lacey", "Lam", "Lane",
    "Le Roux", "Lewis", "Llewellyn", "Mahmood", "Malik", "Marsh", "Mbeki", "Mensah", "Miah",
    "Mills", "Mistry-Cole", "Mohamud", "Moore", "Morgan", "Nagy", "Nazir", "Ncube", "Nowak",
    "Núñez", "O’Brannagh", "Okafor", "Okonjo-Vale", "Osei", "O’Shea", "Owen", "Page", "Park",
    "Parker", "Pereira", "Phillips", "Popescu", "Powell", "Price", "Quinn", "Rahman", "Reed",
    "Rees", "Reid", "Roberts", "Rossi", "Rowe", "Sahota", "Sandhu", "Shah", "Sharma", "Sheikh",
    "Silva", "Sedge", "Stone", "Suleiman", "Szabó", "Tanglewood", "Thorne", "Tran", "Uddin",
    "Varga", "Wagstaff", "Walsh", "Ward", "Watts", "Webb", "Wiśniewska", "Wood", "Yıldız",
    "Young", "Yusuf", "Zając", "Zaman", "Žukauskas",
)  # fmt: skip
HERS: Final = (
    "Sarah", "Emma", "Claire", "Fatima", "Ayesha", "Samina", "Shazia", "Nasreen", "Rebecca",
    "Katherine", "Elizabeth", "Nicola", "Joanne", "Michelle", "Samantha", "Victoria", "Jennifer",
    "Kelly", "Leanne", "Gemma", "Stacey", "Hannah", "Charlotte", "Rachel", "Zoë", "Siân",
    "Siobhán", "Amélie", "Grażyna", "Małgorzata", "Agnieszka", "Katarzyna", "Ioana", "Mariam",
    "Khadija", "Rukhsana", "Farzana", "Harpreet", "Manjit", "Priya", "Anjali", "Ngozi", "Ifeoma",
    "Chidera", "Abena", "Hodan", "Mei", "Thuy", "Rosa", "Inês", "Deborah", "Patricia", "Margaret",
    "Susan", "Kimberley", "Natasha", "Danielle", "Lowri", "Rhiannon", "Eilidh", "Órla", "Theresa",
)  # fmt: skip
HIS: Final = (
    "Mohammed", "David", "James", "Michael", "Imran", "Asif", "Arif", "Irfan", "Tariq", "Daniel",
    "Christopher", "Matthew", "Andrew", "Robert", "Thomas", "Steven", "Anthony", "Richard",
    "William", "Nicholas", "Gareth", "Jonathan", "Stuart", "Lee", "Craig", "Piotr", "Krzysztof",
    "Tomasz", "Andrei", "Ion", "Yusuf", "Abdul", "Ibrahim", "Gurpreet", "Jaspal", "Rajesh",
    "Amit", "Emeka", "Nnamdi", "Kwame", "Kofi", "Abdi", "Wei", "Minh", "José", "João", "Jürgen",
    "Tadhg", "Dafydd", "Hamish", "Ümit", "Kevin", "Mark", "Paul", "Peter", "Simon", "Joseph",
    "Benjamin", "Samuel", "Edward",
)  # fmt: skip
SHORT: Final[Mapping[str, str]] = {
    "Elizabeth": "Liz", "Katherine": "Kate", "Rebecca": "Becky", "Nicola": "Nicky",
    "Samantha": "Sam", "Victoria": "Vicky", "Jennifer": "Jenny", "Charlotte": "Lottie",
    "Deborah": "Debbie", "Patricia": "Pat", "Margaret": "Maggie", "Susan": "Sue",
    "Kimberley": "Kim", "Natasha": "Tash", "Danielle": "Dani", "Theresa": "Terry",
    "Małgorzata": "Gosia", "Agnieszka": "Aga", "Katarzyna": "Kasia", "Joanne": "Jo",
    "Mohammed": "Mo", "David": "Dave", "James": "Jim", "Michael": "Mick", "Daniel": "Dan",
    "Christopher": "Chris", "Matthew": "Matt", "Andrew": "Andy", "Robert": "Bob",
    "Thomas": "Tom", "Steven": "Steve", "Anthony": "Tony", "Richard": "Rick", "William": "Bill",
    "Nicholas": "Nick", "Jonathan": "Jon", "Krzysztof": "Krzys", "Joseph": "Joe",
    "Benjamin": "Ben", "Samuel": "Sam", "Edward": "Ted", "Gurpreet": "Gary",
}  # fmt: skip
SPELT: Final[Mapping[str, str]] = {
    "Mohammed": "Muhammad", "Claire": "Clare", "Katherine": "Catherine", "Rebecca": "Rebekah",
    "Ayesha": "Aisha", "Fatima": "Fatema", "Sarah": "Sara", "Steven": "Stephen",
    "Jonathan": "Jonathon", "Theresa": "Teresa", "Hussain": "Hussein", "Chaudhry": "Chowdhury",
    "Rahman": "Rehman", "Ahmed": "Ahmad", "Clarke": "Clark", "Phillips": "Philips",
    "Wiśniewska": "Wiśniewski", "Kowalska": "Kowalski", "Dąbrowska": "Dąbrowski",
    "Jankowska": "Jankowski", "Sheikh": "Shaikh", "Yusuf": "Yousuf", "Mohamud": "Mahamud",
}  # fmt: skip
CHILDREN: Final = (
    "Ada", "Adam", "Aisha", "Alfie", "Amelia", "Amir", "Anya", "Aryan", "Ava", "Bilal", "Chloe",
    "Daisy", "Dylan", "Ella", "Ethan", "Eva", "Finn", "Freya", "George", "Grace", "Hamza", "Harry",
    "Imogen", "Isla", "Jack", "Jaya", "Jakub", "Kai", "Layla", "Leo", "Lily", "Logan", "Maja",
    "Maryam", "Mia", "Musa", "Noah", "Olivia", "Oscar", "Poppy", "Rayan", "Riley", "Rosie",
    "Sana", "Sophie", "Theo", "Tilly", "Umar", "Wiktor", "Yasmin", "Zain", "Zara",
)  # fmt: skip
STREETS: Final = (
    "Larkrise Close", "Orchard Rise", "Pear Tree Lane", "Teme Walk", "Abberley View", "Reed Row",
    "Sedge Walk", "Mill Bank", "Cinder Lane", "The Butts",
)  # fmt: skip


def surname(dice: Random) -> str:
    """Draw a surname: one in three people bears one of a dozen common ones."""
    return dice.choice(COMMON if dice.random() < 0.35 else OTHERS)


def forename(dice: Random, sex: str) -> str:
    """Draw an adult's forename; the first names of the lists come up more often."""
    drawn_from = HERS if sex == "F" else HIS
    return drawn_from[int(len(drawn_from) * dice.random() ** 1.5)]
