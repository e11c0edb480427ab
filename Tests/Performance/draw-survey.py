#!/usr/bin/env python3
"""draw-survey.py RECORDS FILE: draws a survey of 40 columns for measuring how fast it is read.

A number for the respondent; the name of a unit, quoted, with commas, doubled quotes and accents; a region; a number of
people; twenty items from 1 to 5, of which one in twenty was left open; fifteen options, chosen (1) or not (0); and a
remark with commas, doubled quotes and line breaks, or none. The same number of records gives the same bytes.
"""
import random
import sys

REGIONS = ["Noord", "Oost", "Zuid", "West", "Kop van 't Land", "Fryslân", "Bergstreek", "Île d'Or", "Ommeland"]
STARTS = "Aar Berg Crans Dôme Elst Fór Gauw Hälf Isle Jorw Kül Lôn Meer Nès Ost Pré Quér Rijn Søn Trê Ulm Vår Wold".split()
ENDS = "burg dam drecht foort haven hout laan loo meer oord stede veen voort wijk zijl".split()
KINDS = ["", "", "", ", Noord", ", Zuid", " (gemeente)", ' ""Oud""', " aan Zee", ", Eerste Wijk"]
WORDS = """de dienst water afval geld park raad school plan mensen training energie risico hitte boom onderzoek burger open
digitaal klimaat vervoer fiets wonen steun tekort kennis très satisfaite où naïef façade coöperatie één reünie""".split()


def name(draw):
    return f'"{draw.choice(STARTS)}{draw.choice(ENDS)}-{draw.choice(STARTS)}{draw.choice(ENDS)}{draw.choice(KINDS)}"'


def remark(draw):
    words = draw.choices(WORDS, k=draw.randint(4, 26))
    for share, mend in [(0.4, "{},"), (0.2, '""{}""'), (0.15, "{}\n"), (0.1, "{};\t—")]:
        if draw.random() < share:
            place = draw.randrange(len(words))
            words[place] = mend.format(words[place])
    return '"' + " ".join(words) + '."'


def main(records, path):
    draw = random.Random(2020)
    names = sorted({name(draw) for _ in range(6000)})
    remarks = [remark(draw) for _ in range(50000)]
    items = ["1", "2", "3", "4", "5"]
    blocks = [",".join("" if draw.random() < 0.05 else draw.choice(items) for _ in range(20)) for _ in range(60000)]
    options = [",".join(draw.choice("01") for _ in range(15)) for _ in range(20000)]
    header = ["respondent", "unit", "region", "people"]
    header += [f"item{number:02d}" for number in range(1, 21)] + [f"option{number:02d}" for number in range(1, 16)]
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(",".join(header + ["remark"]) + "\n")
        for record in range(1, records + 1):
            text = draw.choice(remarks) if draw.random() < 0.75 else ""
            people = int(draw.lognormvariate(9.2, 1.3))
            file.write(
                f"R{record:07d},{draw.choice(names)},{draw.choice(REGIONS)},{people},{draw.choice(blocks)},"
                f"{draw.choice(options)},{text}\n"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
