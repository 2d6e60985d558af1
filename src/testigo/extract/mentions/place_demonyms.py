"""Words for what belongs to a country ("Peruvian", "Filipino"), written down from general knowledge.

A demonym names no place by itself: it is a clue to the country that a report is about. One that fits two countries
("Dominican", "Congolese", "Korean") lists both in the table, the more populous first, and the text has to tell them
apart. Words of faith, language or continent ("Arab", "English", "African") are left out. A plural in -s is read too.
"""

_ROWS = """
AD Andorran|AE Emirati|AF Afghan|AG Antiguan|AL Albanian|AM Armenian|AO Angolan|AR Argentine Argentinian Argentinean|AT Austrian|AU Australian Aussie
AZ Azerbaijani Azeri|BA Bosnian|BB Barbadian|BD Bangladeshi|BE Belgian|BF Burkinabe Burkinabè|BG Bulgarian|BH Bahraini|BI Burundian|BJ Beninese|BN Bruneian
BO Bolivian|BR Brazilian|BS Bahamian|BT Bhutanese|BW Botswanan|BY Belarusian Belarussian|BZ Belizean|CA Canadian|CD Congolese|CF Centrafrican|CG Congolese
CH Swiss|CI Ivorian|CL Chilean|CM Cameroonian|CN Chinese|CO Colombian|CR Costa-Rican|CU Cuban|CV Cape-Verdean|CY Cypriot|CZ Czech|DE German|DJ Djiboutian
DK Danish Dane|DO Dominican|DM Dominican|DZ Algerian|EC Ecuadorian Ecuadorean|EE Estonian|EG Egyptian|ER Eritrean|ES Spanish Spaniard|ET Ethiopian|FI Finnish
FJ Fijian|FR French Frenchman|GA Gabonese|GB British Briton|GE Georgian|GH Ghanaian|GM Gambian|GN Guinean|GR Greek|GT Guatemalan|GW Bissau-Guinean
GY Guyanese|HN Honduran|HR Croatian Croat|HT Haitian|HU Hungarian|ID Indonesian|IE Irish|IL Israeli|IN Indian|IQ Iraqi|IR Iranian|IS Icelandic|IT Italian
JM Jamaican|JO Jordanian|JP Japanese|KE Kenyan|KG Kyrgyz Kirghiz|KH Cambodian|KM Comorian|KP North-Korean|KR South-Korean|KW Kuwaiti|KZ Kazakh Kazakhstani
LA Laotian Lao|LB Lebanese|LK Sri-Lankan|LR Liberian|LS Basotho|LT Lithuanian|LV Latvian|LY Libyan|MA Moroccan|MD Moldovan|ME Montenegrin|MG Malagasy|MK Macedonian
ML Malian|MM Burmese Myanmarese|MN Mongolian|MR Mauritanian|MT Maltese|MU Mauritian|MV Maldivian|MW Malawian|MX Mexican|MY Malaysian|MZ Mozambican|NA Namibian
NE Nigerien|NG Nigerian|NI Nicaraguan|NL Dutch|NO Norwegian|NP Nepali Nepalese|NZ New-Zealander|OM Omani|PA Panamanian|PE Peruvian|PG Papuan|PH Philippine Filipino
PK Pakistani|PL Polish|PR Puerto-Rican|PS Palestinian|PT Portuguese|PY Paraguayan|QA Qatari|RO Romanian|RS Serbian Serb|RU Russian|RW Rwandan|SA Saudi
SD Sudanese|SE Swedish|SG Singaporean|SI Slovenian Slovene|SK Slovak|SL Sierra-Leonean|SN Senegalese|SO Somali Somalian|SR Surinamese|SS South-Sudanese|SV Salvadoran Salvadorean
SY Syrian|SZ Swazi|TD Chadian|TG Togolese|TH Thai|TJ Tajik|TL Timorese|TM Turkmen|TN Tunisian|TR Turkish|TT Trinidadian|TW Taiwanese|TZ Tanzanian|UA Ukrainian|UG Ugandan
US American|UY Uruguayan|UZ Uzbek|VE Venezuelan|VN Vietnamese|XK Kosovan|YE Yemeni|ZA South-African|ZM Zambian|ZW Zimbabwean
"""


def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for row in _ROWS.replace("\n", "|").strip("|").split("|"):
        code, *words = row.split()
        for word in words:
            key = word.replace("-", " ").casefold()
            for form in (key, key + "s"):
                table[form] = (*table.get(form, ()), code)
    return table


DEMONYMS = _table()


def countries_of(word: str) -> tuple[str, ...]:
    """Give the ISO codes of the countries whose demonym this is, most populous first; empty where it is none."""
    return DEMONYMS.get(word.casefold().replace("-", " "), ())
