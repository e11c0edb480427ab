#!/usr/bin/env python3
"""Draws the simulated survey of forty schools: python3 make-survey.py > schools-2021.csv

Only the standard library and random.Random(40).random() are used, so every Python 3 writes the same bytes.
"""
import random

draw = random.Random(40).random

ITEMS = {
    "vision": ["vision_shared", "vision_translated"],
    "skills": ["skills_teachers", "skills_time"],
    "tools": ["tools_work", "tools_help"],
    "lessons": ["lessons_adapt", "lessons_evaluate"],
    "safety": ["safety_rules", "safety_pupils"],
    "together": ["together_schools"],
    "distraction": ["sign_distraction"],
    "unused": ["sign_unused"],
    "unequal": ["sign_unequal"],
}
# Means of the latent types on each index: schools that lead, that search, and that hold back.
TYPES = [
    ("lead", 12, dict(vision=4.0, skills=3.9, tools=4.0, lessons=3.8, safety=3.5, together=3.4, distraction=2.4,
                      unused=2.0, unequal=2.6, hours=9, devices=1.6)),
    ("search", 16, dict(vision=2.5, skills=2.8, tools=3.6, lessons=2.4, safety=2.6, together=2.3, distraction=3.7,
                        unused=3.9, unequal=3.0, hours=6, devices=2.4)),
    ("hold back", 12, dict(vision=3.2, skills=2.3, tools=2.1, lessons=2.2, safety=3.9, together=3.6, distraction=2.2,
                           unused=2.7, unequal=3.6, hours=2, devices=5.0)),
]
COLUMNS = (["respondent", "submitted", "school", "function", "years"]
           + [item for items in ITEMS.values() for item in items]
           + ["device_tablet", "device_laptop", "device_board", "lesson_hours", "pupils_per_device", "has_coordinator",
              "remark"])


def bell():
    """A number that is close to standard normal: twelve uniform ones minus six."""
    return sum(draw() for _ in range(12)) - 6


def likert(mean):
    return str(min(5, max(1, round(mean + 0.75 * bell()))))


def pick(choices):
    return choices[int(draw() * len(choices))]


def record(number, school, means, tilt):
    row = {"respondent": f"R{number:03d}", "school": school}
    day = 1 + int(draw() * 28)
    row["submitted"] = f"2021-03-{day:02d}T{8 + int(draw() * 10):02d}:{int(draw() * 60):02d}:00"
    row["function"] = pick(["leraar", "leraar", "leraar", "directie", "ict"])
    row["years"] = pick(["lower", "middle", "upper"])
    for index, items in ITEMS.items():
        for item in items:
            row[item] = "" if draw() < 0.02 else likert(means[index] + tilt[index])
    row["device_tablet"] = str(int(draw() < 0.5))
    row["device_laptop"] = str(int(draw() < 0.9 - 0.12 * means["devices"]))
    row["device_board"] = str(int(draw() < 0.85))
    row["lesson_hours"] = str(max(0, round(means["hours"] + 1.5 * bell())))
    row["pupils_per_device"] = f"{max(0.5, means['devices'] + 0.4 * bell()):.1f}".replace(".", ",")
    row["has_coordinator"] = "unknown" if draw() < 0.1 else ("yes" if draw() < (means["skills"] - 1) / 4 else "no")
    row["remark"] = pick(["", "", "", "", "Te weinig tijd; te veel toetsen", "Het netwerk valt \"soms\" uit", "geen"])
    return row


def cell(text):
    if any(mark in text for mark in ';"\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def main():
    latent = [means for _, count, means in TYPES for _ in range(count)]
    # Schools of one type do not stand together in the file.
    order = sorted(range(len(latent)), key=lambda index: (index * 17) % 40)
    rows = []
    for position, index in enumerate(order):
        school = f"School {position + 1:02d}"
        tilt = {name: 0.25 * bell() for name in ITEMS}
        for _ in range(3 + (position % 3 == 0) + (position % 2 == 0) + (position % 5 == 0)):
            rows.append(record(len(rows) + 1, school, latent[index], tilt))
    twice = dict(rows[6], submitted="2021-03-29T10:00:00", remark="nogmaals ingevuld")
    nowhere = dict(rows[20], respondent="R900", school="")
    empty = {name: "" for name in COLUMNS} | {
        "respondent": "R901", "submitted": "2021-03-30T09:00:00", "school": "School 02", "function": "leraar"}
    print(";".join(COLUMNS))
    for row in rows + [twice, nowhere, empty]:
        print(";".join(cell(row[name]) for name in COLUMNS))


main()
