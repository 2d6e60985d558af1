"""Units behind a figure, by what they show that it counts: money, time, lengths and the like."""

UNITS = {
    "age": "year-old year-olds years-old yr-old month-old months-old week-old weeks-old day-old days-old y/o yo",
    "money": "dollar dollars peso pesos euro euros sol soles rupee rupees dinar dinars naira shilling shillings usd eur"
    " cent cents bolivars quetzales lempiras colones rubles roubles franc francs yen yuan riyal riyals lira birr"
    " kwacha rand real reais taka afghanis sterling",
    "percent": "percent percentage pct %",
    "time": "second seconds minute minutes hour hours hr hrs day days night nights week weeks weekend weekends month"
    " months year years decade decades century centuries o’clock o'clock am pm gmt utc minute-long hour-long day-long"
    " year-long week-long month-long hour-and-a-half",
    "measure": "km kms kilometer kilometers kilometre kilometres mile miles meter meters metre metres foot feet ft inch"
    " inches kg kgs kilogram kilograms kilo kilos gram grams ton tons tonne tonnes lb lbs pound pounds degree degrees"
    " mph kph acre acres hectare hectares litre litres liter liters gallon gallons yard yards square cubic megawatt"
    " megawatts kilowatts volts cm knots barrels ounces ounce oz blocks sq",
    "calibre": "caliber calibre mm gauge millimeter millimetre millimeters",
    "other": "times fold percentage-point points",
}  # fmt: skip
KIND_OF_UNIT = {unit: kind for kind, units in UNITS.items() for unit in units.split()}
MONEY = frozenset(UNITS["money"].split())
