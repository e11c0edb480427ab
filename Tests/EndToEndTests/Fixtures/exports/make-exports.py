#!/usr/bin/env python3
"""Draws a simulated survey of twenty-four libraries, and writes it as each survey tool would: python3 make-exports.py

Forty respondents, one and the same set of answers in every file, each file with the dirt of its kind, and for each file
the codebook that reads it. The LimeSurvey export is also the sample of the pipeline `libraries`.

Only random.Random(24).random() is used, so every Python 3 writes the same bytes; the SPSS file needs pyreadstat and pandas.
"""
import datetime
import pathlib
import random

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[3]
draw = random.Random(24).random

FUNCTIONS = [("directeur", "Directeur"), ("manager", "Manager"), ("medewerker", "Medewerker"),
             ("vrijwilliger", "Vrijwilliger")]
AGREE = ["Helemaal mee oneens", "Mee oneens", "Neutraal", "Mee eens", "Helemaal mee eens"]
ITEMS = [("plan_shared", "Wij hebben een gedeeld plan voor digitale diensten.", "We share a plan for digital services."),
         ("staff_able", "Onze medewerkers kunnen bezoekers digitaal helpen.",
          "Our staff can help visitors with digital matters."),
         ("tools_work", "Onze apparaten en systemen werken goed.", "Our devices and systems work well."),
         ("sign_unused", "Wij hebben digitaal aanbod dat niemand gebruikt.", "We offer digital things that nobody uses.")]
SERVICES = [("books", "Boeken, tijdschriften en kranten", "Books, magazines and newspapers"), ("films", "Films", "Films"),
            ("courses", "Cursussen", "Courses"), ("homework", "Huiswerkhulp", "Help with homework")]
SUNDAY = [("ja", "Ja"), ("nee", "Nee"), ("weet_niet", "Weet ik niet")]
QUESTIONS = {
    "library": "Bij welke bibliotheek werkt u?", "function": "Wat is uw functie?", "statements": "Wat vindt u van deze stellingen?",
    "satisfied": "Hoe tevreden bent u over uw digitale diensten?", "service": "Welke diensten biedt uw bibliotheek aan? Meer antwoorden zijn mogelijk.",
    "fte": "Hoeveel fte werkt er?", "members": "Hoeveel leden heeft uw bibliotheek?", "sunday": "Bent u op zondag open?",
    "visitors_sunday": "Hoeveel bezoekers komen er op een zondag?", "remark": "Wilt u nog iets kwijt?",
}
NAMES = ["Aardeveld", "Beekdal", "Coevelde", "Dorpershoek", "Eikenrode", "Fivelerzijl", "Geestmond", "Heidepoort",
         "IJsselkade", "Jaagpad", "Kolkrijk", "Lindehof", "Molenwaard", "Noorderplas", "Oostpolder", "Petersgouw",
         "Quadraat", "Rietland", "Sluiswijk", "Terpsteun", "Uitwaard", "Veenzicht", "Wierdediep", "Zilverdünen"]
# The latent types: who has a plan, who only has tools, who has neither; means of the items, satisfaction, fte, members.
TYPES = [(8, [4.2, 4.0, 3.9, 1.9], 7.6, 14, 2400), (8, [2.2, 2.6, 4.1, 4.0], 5.6, 9, 1500), (8, [2.6, 2.2, 2.0, 2.6], 3.9, 4, 700)]
REMARKS = ["", "", "", "Meer tijd; minder papier", "Het netwerk valt \"soms\" uit", "Zie onze site, daar staat alles",
           "Wij zijn\nin verbouwing"]


def bell():
    """A number that is close to standard normal: twelve uniform ones minus six."""
    return sum(draw() for _ in range(12)) - 6


def pick(choices):
    return choices[int(draw() * len(choices))]


def within(low, high, number):
    return min(high, max(low, round(number)))


def answers():
    latent = [one for one in TYPES for _ in range(one[0])]
    rows = []
    for position in range(24):
        _, means, satisfied, fte, members = latent[position * 7 % 24]
        fte, members = max(0.5, round(2 * (fte + 1.5 * bell())) / 2), max(150, round(members + 200 * bell()))
        for _ in range(3 if position % 6 == 0 else 2 if position % 3 == 0 else 1 + (position % 4 == 1)):
            row = {"library": "Bibliotheek " + NAMES[position], "fte": fte, "members": members}
            row["function"] = pick([0, 1, 2, 2, 2, 3])
            row["items"] = [within(1, 5, mean + 0.6 * bell()) for mean in means]
            row["satisfied"] = within(1, 10, satisfied + 1.2 * bell())
            chosen = [int(draw() < share) for share in (0.95, 0.5, 0.6, 0.35)]
            row["services"] = chosen if any(chosen) else None
            row["sunday"] = pick([0, 0, 1, 1, 1, 2])
            row["visitors"] = within(5, 400, 90 + 40 * bell()) if row["sunday"] == 0 else None
            row["remark"] = pick(REMARKS)
            rows.append(row)
    # What nobody filled in.
    rows[3]["services"] = None
    rows[9]["items"][1] = None
    rows[17]["fte"] = None
    rows[30]["satisfied"] = None
    # The ends of the scale, where words stand in some exports.
    rows[5]["satisfied"], rows[12]["satisfied"] = 1, 10
    assert len(rows) == 40, len(rows)
    assert all(any(row["services"] and row["services"][choice] for row in rows) for choice in range(4))
    for number, row in enumerate(rows):
        row["moment"] = datetime.datetime(2022, 5, 2, 9, 5, 7) + datetime.timedelta(minutes=617 * number)
    return rows


ROWS = answers()


def plain(number, mark="."):
    """8.5 as `8.5`, 8.0 as `8`, nothing as an empty text."""
    return "" if number is None else f"{number:g}".replace(".", mark)


def pointed(number):
    """8 as `8.0`, as programs that know only one kind of number write it."""
    return "" if number is None else f"{float(number)}"


def thousands(number):
    return f"{number:,}".replace(",", ".")


def text(index, choices):
    return "" if index is None else choices[index]


def chosen(row, words):
    return [word for is_chosen, word in zip(row["services"] or [], words) if is_chosen]


def delimited(rows, mark, quote_all=False, end="\r\n"):
    def cell(value):
        if quote_all or any(sign in value for sign in (mark, '"', "\n")):
            return '"' + value.replace('"', '""') + '"'
        return value
    return "".join(mark.join(cell(value) for value in row) + end for row in rows)


def write(name, content, encoding="utf-8"):
    (HERE / name).write_bytes(content.encode(encoding))


# ---- The exports


def limesurvey():
    """Headings of code and text, long answers, `Y` or nothing; an index without name and with gaps, marks in mid-file."""
    head = ["", "id. Antwoord-ID", "submitdate. Datum ingezonden", "lastpage. Laatste pagina", "startlanguage. Starttaal",
            "library. " + QUESTIONS["library"], "function. " + QUESTIONS["function"]]
    head += [f"statements[{code}]. {QUESTIONS['statements']} [{nl}]" for code, nl, _ in ITEMS]
    head += [f"satisfied[SQ001]. {QUESTIONS['satisfied']} []"]
    head += [f"service[{code}]. {QUESTIONS['service']} [{nl}]" for code, nl, _ in SERVICES]
    head += [f"service[other]. {QUESTIONS['service']} [Anders:]"]
    head += [f"{code}. {QUESTIONS[code]}" for code in ("fte", "members", "sunday", "visitors_sunday", "remark")]
    rows = [head]
    ends = {1: "\ufeff1 (Helemaal niet)", 10: "10 (Helemaal)"}
    for number, row in enumerate(ROWS):
        line = [str(number + number // 7), str(101 + number), row["moment"].isoformat(" "), "3", "nl", row["library"],
                FUNCTIONS[row["function"]][1]]
        line += ["" if item is None else AGREE[item - 1] for item in row["items"]]
        if number % 5 == 0:
            line[7] = "\ufeff" + line[7]
        line += [ends.get(row["satisfied"], plain(row["satisfied"]))]
        line += ["Y" if row["services"] and row["services"][choice] else "" for choice in range(4)] + [""]
        line += [pointed(row["fte"]), pointed(row["members"]), SUNDAY[row["sunday"]][1], pointed(row["visitors"]),
                 row["remark"]]
        rows.append(line)
    return delimited(rows, ",", end="\n")


def limesurvey_codes():
    """Headings for a statistics program, short answers."""
    head = ["id", "submitdate", "lastpage", "startlanguage", "seed", "library", "function"]
    head += [f"statements_{number + 1:03d}" for number in range(4)] + ["satisfied_001"]
    head += [f"service_{number + 1:03d}" for number in range(4)] + ["service_other"]
    head += ["fte", "members", "sunday", "visitors_sunday", "remark"]
    rows = [head]
    for number, row in enumerate(ROWS):
        line = [str(101 + number), row["moment"].isoformat(" "), "3", "nl", str(900000 + number), row["library"],
                f"A{row['function'] + 1}"]
        line += [plain(item) for item in row["items"]] + [plain(row["satisfied"])]
        line += ["Y" if row["services"] and row["services"][choice] else "" for choice in range(4)] + [""]
        line += [plain(row["fte"]), plain(row["members"]), f"A{row['sunday'] + 1}", plain(row["visitors"]), row["remark"]]
        rows.append(line)
    return delimited(rows, ",", quote_all=True)


def qualtrics():
    """Three heading rows, numbers for answers, several choices in one cell."""
    fields = [("StartDate", "Start Date", "startDate"), ("EndDate", "End Date", "endDate"), ("Status", "Response Type", "status"),
              ("IPAddress", "IP Address", "ipAddress"), ("Progress", "Progress", "progress"),
              ("Duration (in seconds)", "Duration (in seconds)", "duration"), ("Finished", "Finished", "finished"),
              ("RecordedDate", "Recorded Date", "recordedDate"), ("ResponseId", "Response ID", "_recordId"),
              ("Q1", QUESTIONS["library"], "QID1_TEXT"), ("Q2", QUESTIONS["function"], "QID2")]
    fields += [(f"Q3_{number}", f"{QUESTIONS['statements']} - {nl}", f"QID7_{number}")
               for number, (_, nl, _) in enumerate(ITEMS, 1)]
    fields += [("Q4_1", QUESTIONS["satisfied"] + " - Cijfer", "QID8_1"), ("Q5", QUESTIONS["service"], "QID3"),
               ("Q6", QUESTIONS["fte"], "QID4_TEXT"), ("Q7", QUESTIONS["members"], "QID5_TEXT"),
               ("Q8", QUESTIONS["sunday"], "QID6"), ("Q9", QUESTIONS["visitors_sunday"], "QID9_TEXT"),
               ("Q10", QUESTIONS["remark"], "QID10_TEXT")]
    rows = [[one[0] for one in fields], [one[1] for one in fields], ['{"ImportId":"%s"}' % one[2] for one in fields]]
    for number, row in enumerate(ROWS):
        start = row["moment"] - datetime.timedelta(minutes=6)
        line = [start.isoformat(" "), row["moment"].isoformat(" "), "0", f"192.0.2.{number + 1}", "100", "360", "1",
                row["moment"].isoformat(" "), f"R_{number + 101}", row["library"], str(row["function"] + 1)]
        line += [plain(item) for item in row["items"]] + [plain(row["satisfied"])]
        line += [",".join(chosen(row, "1234")), plain(row["fte"]), plain(row["members"]), str(row["sunday"] + 1),
                 plain(row["visitors"]), row["remark"]]
        rows.append(line)
    return "\ufeff" + delimited(rows, ",", quote_all=True, end="\n")


def surveymonkey():
    """Two heading rows, blank questions to be filled forward, the words of a choice in its own column."""
    head = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", QUESTIONS["library"],
            QUESTIONS["function"], QUESTIONS["statements"], "", "", "", QUESTIONS["satisfied"], QUESTIONS["service"], "", "",
            "", "", QUESTIONS["fte"], QUESTIONS["members"], QUESTIONS["sunday"], QUESTIONS["visitors_sunday"],
            QUESTIONS["remark"]]
    below = [""] * 6 + ["Open-Ended Response", "Response"] + [nl for _, nl, _ in ITEMS] + ["Response"]
    below += [nl for _, nl, _ in SERVICES] + ["Other (please specify)"] + ["Open-Ended Response"] * 2
    below += ["Response"] + ["Open-Ended Response"] * 2
    rows = [head, below]
    for number, row in enumerate(ROWS):
        clock = row["moment"].strftime("%m/%d/%Y %I:%M:%S %p")
        line = [str(118000000101 + number), "400123", clock, clock, f"198.51.100.{number + 1}", "", row["library"],
                FUNCTIONS[row["function"]][1]]
        line += ["" if item is None else AGREE[item - 1] for item in row["items"]] + [plain(row["satisfied"])]
        line += [nl if row["services"] and row["services"][choice] else "" for choice, (_, nl, _) in enumerate(SERVICES)]
        line += ["", plain(row["fte"], ","), plain(row["members"]), SUNDAY[row["sunday"]][1], plain(row["visitors"]),
                 row["remark"]]
        rows.append(line)
    return delimited(rows, ",")


def google_forms():
    """Questions as headings, choices joined by commas, numbers as people type them."""
    head = ["Tijdstempel", QUESTIONS["library"], QUESTIONS["function"]]
    head += [f"{QUESTIONS['statements']} [{nl}]" for _, nl, _ in ITEMS]
    head += [QUESTIONS[code] for code in ("satisfied", "service", "fte", "members", "sunday", "visitors_sunday", "remark")]
    rows = [head]
    for number, row in enumerate(ROWS):
        moment = row["moment"]
        line = [f"{moment.day}-{moment.month}-{moment.year} {moment:%H:%M:%S}", row["library"],
                FUNCTIONS[row["function"]][1]]
        line += ["" if item is None else AGREE[item - 1] for item in row["items"]] + [plain(row["satisfied"])]
        fte = plain(row["fte"], ",")
        line += [", ".join(chosen(row, [nl for _, nl, _ in SERVICES])), fte + " fte" if fte and number % 3 == 0 else fte,
                 thousands(row["members"]), SUNDAY[row["sunday"]][1], plain(row["visitors"]), row["remark"]]
        rows.append(line)
    return delimited(rows, ",", end="\n")


def microsoft_forms():
    """Dutch headings, choices joined by semicolons with one at the end, saved by a Dutch Excel with semicolons."""
    head = ["Id", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", QUESTIONS["library"] + "\u00a0", QUESTIONS["function"]]
    head += [nl for _, nl, _ in ITEMS]
    head += [QUESTIONS[code] for code in ("satisfied", "service", "fte", "members", "sunday", "visitors_sunday", "remark")]
    rows = [head]
    for number, row in enumerate(ROWS):
        clock = row["moment"].strftime("%d-%m-%Y %H:%M:%S")
        line = [str(101 + number), clock, clock, "anonymous", "", row["library"], FUNCTIONS[row["function"]][1]]
        line += ["" if item is None else AGREE[item - 1] for item in row["items"]] + [plain(row["satisfied"])]
        line += ["".join(word + ";" for word in chosen(row, [nl for _, nl, _ in SERVICES])), plain(row["fte"], ","),
                 plain(row["members"]), SUNDAY[row["sunday"]][1], plain(row["visitors"]), row["remark"]]
        rows.append(line)
    return "\ufeff" + delimited(rows, ";")


def excel():
    """A spreadsheet in Dutch: Windows-1252, semicolons, decimal commas, thousands points, a footer, empty rows."""
    head = ["nummer", "ingevuld", "bibliotheek", "functie"] + [code for code, _, _ in ITEMS] + ["cijfer"]
    head += ["dienst_" + code for code, _, _ in SERVICES] + ["fte", "leden", "zondag", "bezoekers_zondag", "opmerking", ""]
    rows = [head]
    for number, row in enumerate(ROWS):
        line = [str(101 + number), row["moment"].date().isoformat(), row["library"], FUNCTIONS[row["function"]][0]]
        line += [plain(item) for item in row["items"]] + [plain(row["satisfied"])]
        line += [str(one) for one in row["services"]] if row["services"] else [""] * 4
        line += [plain(row["fte"], ","), " " + thousands(row["members"]) + " ", SUNDAY[row["sunday"]][1],
                 plain(row["visitors"]), row["remark"].replace("\n", " "), ""]
        rows.append(line)
    rows += [[""] * len(head)] * 2 + [["Bron: gesimuleerde antwoorden"] + [""] * (len(head) - 1)]
    return delimited(rows, ";")


def spss():
    """Codes with labels, user-missing values."""
    import pandas
    import pyreadstat

    def number(value):
        return float("nan") if value is None else float(value)

    columns = {"nr": [float(101 + number) for number in range(40)], "ingevuld": [row["moment"] for row in ROWS],
               "bieb": [row["library"] for row in ROWS], "functie": [float(row["function"] + 1) for row in ROWS]}
    labels = ["Nummer", "Ingevuld op", QUESTIONS["library"], QUESTIONS["function"]]
    values = {"functie": {float(code + 1): words for code, (_, words) in enumerate(FUNCTIONS)}}
    for position, (code, nl, _) in enumerate(ITEMS):
        columns[code] = [number(row["items"][position]) for row in ROWS]
        values[code] = {float(point + 1): words for point, words in enumerate(AGREE)}
        labels.append(nl)
    columns["cijfer"] = [number(row["satisfied"]) for row in ROWS]
    values["cijfer"] = {1.0: "Helemaal niet", 10.0: "Helemaal"}
    labels.append(QUESTIONS["satisfied"])
    for position, (code, nl, _) in enumerate(SERVICES):
        columns["dienst_" + code] = [number(row["services"][position] if row["services"] else None) for row in ROWS]
        values["dienst_" + code] = {0.0: "Nee", 1.0: "Ja"}
        labels.append(nl)
    columns["fte"] = [number(row["fte"]) for row in ROWS]
    columns["leden"] = [number(row["members"]) for row in ROWS]
    columns["zondag"] = [float([1, 2, 9][row["sunday"]]) for row in ROWS]
    columns["bezoekers"] = [number(row["visitors"] if row["sunday"] == 0 else None) for row in ROWS]
    columns["opmerk"] = [row["remark"] for row in ROWS]
    values["zondag"] = {1.0: "Ja", 2.0: "Nee", 9.0: "Weet ik niet"}
    labels += [QUESTIONS[code] for code in ("fte", "members", "sunday", "visitors_sunday", "remark")]
    path = HERE / "spss.sav"
    pyreadstat.write_sav(
        pandas.DataFrame(columns), str(path), column_labels=labels, variable_value_labels=values,
        missing_ranges={"zondag": [9.0]}, variable_measure={code: "ordinal" for code, _, _ in ITEMS} | {"cijfer": "ordinal"})
    content = bytearray(path.read_bytes())
    content[92:109] = b"02 May 2209:00:00"
    path.write_bytes(content)


# ---- The codebooks


def quoted(words):
    return '"' + words.replace('"', '\\"') + '"'


def codebook(title, columns, *, dialect="", values=None, joined=None, split=None, types=None, extra=""):
    """The codebook of an export.

    columns: the column of each field. values: for a field, the text in the file of each of its codes. joined: the column,
    joiner and words of the multi-select; split: its columns, what stands for chosen and not chosen, and the rule for blanks.
    """
    values, types = values or {}, types or {}

    def column(code):
        return f"    koers:column: {quoted(columns[code])}\n" if columns.get(code, code) != code else ""

    def also(code, position, value):
        written = values.get(code)
        written = written[position] if written else value
        return "" if written == value else f", koers:also: [{quoted(written)}]"

    lines = f"# The codebook of the simulated survey of libraries, for the export of {title}.\nname: libraries\n"
    lines += "title: Digitale diensten van bibliotheken\n"
    lines += "koers:title: {nl: Digitale diensten van bibliotheken, en: Digital services of libraries}\n"
    if dialect:
        lines += f"koers:dialect: {dialect}\n"
    lines += "koers:others: ignore\nkoers:least-answered: 0.3\n" + extra
    lines += """
koers:indices:
  - name: plan
    label: {nl: Gedeeld plan, en: Shared plan}
    kind: maturity
  - name: staff
    label: {nl: Medewerkers, en: Staff}
    kind: maturity
  - name: tools
    label: {nl: Apparaten en systemen, en: Devices and systems}
    kind: maturity
  - name: unused
    label: {nl: Ongebruikt aanbod, en: Unused offers}
    about: {nl: Er is digitaal aanbod dat niemand gebruikt., en: There are digital offers that nobody uses.}
    kind: consequence

koers:groups:
  - name: service
"""
    lines += f"    text: {{nl: {quoted(QUESTIONS['service'])}, en: \"Which services does your library offer? You may choose more than one answer.\"}}\n"
    lines += "    label: {nl: Diensten, en: Services}\n"
    if joined:
        lines += f"    column: {quoted(joined[0])}\n    joiner: {quoted(joined[1])}\n    blank: not-selected\n"
    else:
        lines += f"    blank: {split[3]}\n"
    lines += "\nfields:\n"
    if columns.get("respondent"):
        lines += "  - name: respondent\n" + column("respondent") + "    type: string\n    koers:role: respondent\n"
    if columns.get("submitted"):
        lines += "  - name: submitted\n" + column("submitted")
        lines += f"    type: {types.get('submitted', 'datetime')}\n    koers:role: submitted\n"
    lines += "  - name: library\n" + column("library") + "    type: string\n    koers:role: unit\n"
    lines += f"    koers:text: {{nl: {quoted(QUESTIONS['library'])}, en: \"At which library do you work?\"}}\n"
    lines += "    koers:label: {nl: Bibliotheek, en: Library}\n"
    lines += "  - name: function\n" + column("function") + "    type: string\n    koers:role: function\n"
    lines += f"    koers:text: {{nl: {quoted(QUESTIONS['function'])}, en: \"What is your function?\"}}\n"
    lines += "    koers:publish: true\n    categories:\n"
    english = ["Director", "Manager", "Staff member", "Volunteer"]
    for position, (code, words) in enumerate(FUNCTIONS):
        lines += f"      - {{value: {code}, koers:label: {{nl: {words}, en: {english[position]}}}{also('function', position, code)}}}\n"
    anchor = "&agree"
    for code, nl, en in ITEMS:
        index = {"plan_shared": "plan", "staff_able": "staff", "tools_work": "tools", "sign_unused": "unused"}[code]
        lines += f"  - name: {code}\n" + column(code) + "    type: integer\n"
        lines += f"    koers:text: {{nl: {quoted(nl)}, en: {quoted(en)}}}\n    koers:index: {index}\n    koers:publish: true\n"
        lines += "    categoriesOrdered: true\n"
        if anchor == "*agree":
            lines += "    categories: *agree\n"
            continue
        lines += "    categories: &agree\n"
        anchor = "*agree"
        en_points = ["strongly disagree", "disagree", "neutral", "agree", "strongly agree"]
        for position, words in enumerate(AGREE):
            lines += f"      - {{value: {position + 1}, koers:label: {{nl: {words.lower()}, en: {en_points[position]}}}{also('items', position, str(position + 1))}}}\n"
    lines += "  - name: satisfied\n" + column("satisfied") + "    type: integer\n"
    lines += f"    koers:text: {{nl: {quoted(QUESTIONS['satisfied'])}, en: \"How satisfied are you with your digital services?\"}}\n"
    lines += "    koers:publish: true\n    categoriesOrdered: true\n    categories:\n"
    for point in range(1, 11):
        ends = {1: "{nl: helemaal niet, en: not at all}", 10: "{nl: helemaal, en: completely}"}
        lines += f"      - {{value: {point}, koers:label: {ends.get(point, quoted(str(point)))}{also('satisfied', point - 1, str(point))}}}\n"
    for position, (code, nl, en) in enumerate(SERVICES):
        lines += f"  - name: service_{code}\n"
        if joined:
            lines += f"    koers:option: {quoted(joined[2][position])}\n"
        elif split[0][position] != "service_" + code:
            lines += f"    koers:column: {quoted(split[0][position])}\n"
        lines += "    type: boolean\n    koers:group: service\n"
        if not joined:
            lines += f"    trueValues: [{quoted(split[1][position])}]\n    falseValues: [{quoted(split[2]) if split[2] else ''}]\n"
        lines += f"    koers:text: {{nl: {quoted(nl)}, en: {quoted(en)}}}\n    koers:publish: true\n"
    marks = types.get("fte", "")
    lines += "  - name: fte\n" + column("fte") + "    type: number\n" + marks
    lines += f"    koers:text: {{nl: {quoted(QUESTIONS['fte'])}, en: \"How many full-time equivalents work there?\"}}\n"
    lines += "    koers:unit: fte\n    koers:publish: true\n    constraints: {minimum: 0, maximum: 100}\n"
    lines += "  - name: members\n" + column("members") + "    type: number\n" + types.get("members", "")
    lines += f"    koers:text: {{nl: {quoted(QUESTIONS['members'])}, en: \"How many members does your library have?\"}}\n"
    lines += "    koers:publish: true\n    constraints: {minimum: 0}\n"
    lines += "  - name: sunday\n" + column("sunday") + "    type: string\n"
    lines += f"    koers:text: {{nl: {quoted(QUESTIONS['sunday'])}, en: \"Are you open on Sundays?\"}}\n    koers:publish: true\n"
    written = values.get("sunday", [words for _, words in SUNDAY])
    lines += f"    koers:refused: [{quoted(written[2])}]\n    categories:\n"
    lines += f"      - {{value: \"ja\", koers:number: 1, koers:label: {{nl: ja, en: \"yes\"}}, koers:also: [{quoted(written[0])}]}}\n"
    lines += f"      - {{value: \"nee\", koers:number: 0, koers:label: {{nl: nee, en: \"no\"}}, koers:also: [{quoted(written[1])}]}}\n"
    lines += "  - name: visitors_sunday\n" + column("visitors_sunday") + "    type: number\n"
    lines += f"    koers:text: {{nl: {quoted(QUESTIONS['visitors_sunday'])}, en: \"How many visitors come on a Sunday?\"}}\n"
    lines += "    koers:shown-if: {question: sunday, is: [\"ja\"]}\n    constraints: {minimum: 0}\n"
    lines += "  - name: remark\n" + column("remark") + "    type: string\n"
    lines += f"    koers:text: {{nl: {quoted(QUESTIONS['remark'])}, en: \"Is there anything you want to add?\"}}\n"
    return lines


def codebooks():
    functions = [words for _, words in FUNCTIONS]
    services = [nl for _, nl, _ in SERVICES]
    same = {code: code for code in ("library", "function", "fte", "members", "sunday", "visitors_sunday", "remark")}
    by_question = {code: QUESTIONS[code] for code in same}
    grid = {code: f"{QUESTIONS['statements']} [{nl}]" for code, nl, _ in ITEMS}
    dutch = 'datetime\n    format: "%d-%m-%Y %H:%M:%S"'
    comma = '    decimalChar: ","\n'
    typed = comma + '    groupChar: "."\n'
    ends = ["1 (Helemaal niet)"] + [str(point) for point in range(2, 10)] + ["10 (Helemaal)"]
    books = {
        "limesurvey": codebook(
            "LimeSurvey, codes and texts",
            same | {code: f"statements[{code}]" for code, _, _ in ITEMS}
            | {"respondent": "id", "submitted": "submitdate", "satisfied": "satisfied[SQ001]"},
            values={"function": functions, "items": AGREE, "satisfied": ends},
            split=([f"service[{code}]" for code, _, _ in SERVICES], ["Y"] * 4, "", "not-selected")),
        "limesurvey-codes": codebook(
            "LimeSurvey, codes alone",
            same | {code: f"statements_{number + 1:03d}" for number, (code, _, _) in enumerate(ITEMS)}
            | {"respondent": "id", "submitted": "submitdate", "satisfied": "satisfied_001"},
            values={"function": ["A1", "A2", "A3", "A4"], "sunday": ["A1", "A2", "A3"]},
            split=([f"service_{number + 1:03d}" for number in range(4)], ["Y"] * 4, "", "not-selected")),
        "qualtrics": codebook(
            "Qualtrics",
            {"respondent": "ResponseId", "submitted": "RecordedDate", "library": "QID1_TEXT", "function": "QID2",
             "satisfied": "QID8_1", "fte": "QID4_TEXT", "members": "QID5_TEXT", "sunday": "QID6",
             "visitors_sunday": "QID9_TEXT", "remark": "QID10_TEXT"}
            | {code: f"QID7_{number}" for number, (code, _, _) in enumerate(ITEMS, 1)},
            values={"function": list("1234"), "sunday": list("123")}, joined=("QID3", ",", list("1234"))),
        "surveymonkey": codebook(
            "SurveyMonkey",
            by_question | grid | {"respondent": "Respondent ID", "submitted": "End Date", "satisfied": QUESTIONS["satisfied"]},
            values={"function": functions, "items": AGREE}, types={"submitted": "string", "fte": comma},
            split=([f"{QUESTIONS['service']} [{nl}]" for nl in services], services, "", "not-selected")),
        "google-forms": codebook(
            "Google Forms",
            by_question | grid | {"submitted": "Tijdstempel", "satisfied": QUESTIONS["satisfied"]},
            values={"function": functions, "items": AGREE},
            types={"submitted": dutch, "fte": comma + "    bareNumber: false\n", "members": typed}, extra="koers:respondents: numbered\n",
            joined=(QUESTIONS["service"], ",", services)),
        "microsoft-forms": codebook(
            "Microsoft Forms, saved by a Dutch Excel",
            by_question | {code: nl for code, nl, _ in ITEMS}
            | {"respondent": "Id", "submitted": "Tijd van voltooien", "satisfied": QUESTIONS["satisfied"]},
            values={"function": functions, "items": AGREE}, types={"submitted": dutch, "fte": comma},
            joined=(QUESTIONS["service"], ";", services)),
        "excel": codebook(
            "a Dutch spreadsheet",
            {"respondent": "nummer", "submitted": "ingevuld", "library": "bibliotheek", "function": "functie",
             "satisfied": "cijfer", "fte": "fte", "members": "leden", "sunday": "zondag",
             "visitors_sunday": "bezoekers_zondag", "remark": "opmerking"},
            types={"submitted": "date", "fte": comma, "members": typed},
            split=(["dienst_" + code for code, _, _ in SERVICES], ["1"] * 4, "0", "missing")),
        "spss": codebook(
            "SPSS",
            {"respondent": "nr", "submitted": "ingevuld", "library": "bieb", "function": "functie", "satisfied": "cijfer",
             "fte": "fte", "members": "leden", "sunday": "zondag", "visitors_sunday": "bezoekers", "remark": "opmerk"},
            values={"function": list("1234"), "sunday": ["1", "2", "9"]},
            split=(["dienst_" + code for code, _, _ in SERVICES], ["1"] * 4, "0", "missing")),
    }
    for name, book in books.items():
        write(f"{name}.codebook.yaml", book)
    return books


def main():
    write("limesurvey.csv", limesurvey())
    write("limesurvey-codes.csv", limesurvey_codes())
    write("qualtrics.csv", qualtrics())
    write("surveymonkey.csv", surveymonkey())
    write("google-forms.csv", google_forms())
    write("microsoft-forms.csv", microsoft_forms())
    write("excel.csv", excel(), "cp1252")
    spss()
    books = codebooks()
    # The sample of the example pipeline is the export of LimeSurvey.
    (ROOT / "SampleData" / "libraries-2022.csv").write_bytes((HERE / "limesurvey.csv").read_bytes())
    (ROOT / "Pipelines" / "libraries").mkdir(exist_ok=True)
    (ROOT / "Pipelines" / "libraries" / "codebook.yaml").write_text(books["limesurvey"], encoding="utf-8")


main()
