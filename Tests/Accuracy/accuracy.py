#!/usr/bin/env python3
"""Measures how well the product joins addresses into machines and tells their states, on every capture with truth.

  accuracy.py V6AUDIT FOLDER [--captures | --json | --markdown | --list] [CAPTURE …]

FOLDER holds captures and `truth/` (see truth.py). Docs/Accuracy.md says what is compared and how to read it.
known-misses.tsv explains each miss; one that it does not explain fails, and so does a line that nothing needs any more.
A miss counts against the product unless the line says that `ours` is right; a merge that nothing proves or refutes
counts only where the line says that the `truth` is. Exit code 1: a goal is missed, or the list is not up to date.

--captures  each capture and each miss      --json      everything as one document
--markdown  the table of Docs/Accuracy.md   --list      the present misses in the form of known-misses.tsv
With names of captures only those are read, and the goals are not checked.
"""
import concurrent.futures
import csv
import json
import os
import subprocess
import sys

import measure
import report
import truth as known

KNOWN = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'known-misses.tsv')
COLUMNS = ('capture', 'kind', 'what', 'right', 'cause', 'reason')
SECONDS = 120
PROCESSES = 2

METHODS = {
    'v6audit': None,
    'MAC join': lambda truth: measure.bound_groups(truth, False),
    'MAC join, fe80 counts': lambda truth: measure.bound_groups(truth, True),
    'MAC join of all sources': lambda truth: measure.source_groups(truth, False),
    'MAC join of all sources, fe80 counts': lambda truth: measure.source_groups(truth, True),
}


def scanned(tool, path):
    """The product's groups; None where it could not read the capture."""
    command = [tool, 'scan', '--json', '--quiet', '--lang', 'en', '--read', path]
    output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=SECONDS).stdout
    return list(measure.product_groups(json.loads(output))) if output else None


class KnownMisses:
    """The explained misses, by capture and then by (kind, what)."""

    def __init__(self):
        self.lines = {}
        with open(KNOWN, newline='', encoding='utf-8') as file:
            for line in csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE):
                self.lines.setdefault(line['capture'], {})[line['kind'], line['what']] = line

    def line(self, capture, kind, what):
        """The line that explains a miss, empty where none does."""
        return self.lines.get(capture, {}).get((kind, what), {})

    def rulings(self, capture):
        """Who is right, by (kind, what)."""
        return {key: line['right'] for key, line in self.lines.get(capture, {}).items()}


class Measurement:
    """All captures: figures by method and place (a capture, a vantage or 'all'), and the product's misses."""

    def __init__(self, tool, folder, only, misses):
        self.scores, self.vantages, self.misses, self.unread = {}, {}, [], []
        read = [(capture, truth) for capture, truth in known.read(folder) if not only or capture in only]
        with concurrent.futures.ThreadPoolExecutor(PROCESSES) as pool:
            scans = pool.map(lambda each: scanned(tool, os.path.join(folder, each[0])), read)
            for (capture, truth), groups in zip(read, scans):
                self._add(capture, truth, groups, misses.rulings(capture))

    def _add(self, capture, truth, groups, rulings):
        self.vantages[capture] = truth.vantage
        if groups is None:
            self.unread.append(capture)
        for method, join in METHODS.items():
            compared = measure.Comparison(truth, join(truth) if join else groups or [], rulings)
            for place in (capture, truth.vantage, 'all'):
                self.scores.setdefault((method, place), measure.Score()).add(compared.score)
            if not join:
                self.misses += [(capture, *miss) for miss in compared.misses]

    def score(self, method, place='all'):
        return self.scores.get((method, place), measure.Score())


def failed_goals(measurement):
    """The goals of Docs/Accuracy.md that are not reached, as sentences."""
    ours = measurement.score('v6audit')
    if ours.precision != 1:
        yield f'precision is {report.figure(ours.precision)}, the goal is 1.000'
    if (ours.recall or 0) < 0.98:
        yield f'recall is {report.figure(ours.recall)}, the goal is 0.980'
    for place in ('all', *known.VANTAGES, *measurement.vantages):
        mine, join = measurement.score('v6audit', place).recall, measurement.score('MAC join', place).recall
        if join is not None and join < 1 and mine <= join:
            yield f'{place}: recall is {report.figure(mine)}, the MAC join has {report.figure(join)}'
    if (ours.accuracy() or 0) < 0.98:
        yield f'states are right for {report.figure(ours.accuracy())}, the goal is 0.980'
    for each in known.CLASSES:
        if (ours.accuracy(each) or 0) < 0.95:
            yield f'states of {each} are right for {report.figure(ours.accuracy(each))}, the goal is 0.950'


def print_list(measurement, misses):
    writer = csv.writer(sys.stdout, delimiter='\t', quoting=csv.QUOTE_NONE, quotechar=None, lineterminator='\n')
    writer.writerow(COLUMNS)
    for capture, kind, what, detail in sorted(measurement.misses):
        line = misses.line(capture, kind, what)
        writer.writerow([line[each] for each in COLUMNS] if line else (capture, kind, what, '', '', detail))


def unexplained(measurement, misses, captures):
    """(misses that no line explains, lines that nothing needs), as sentences."""
    found = {(capture, kind, what): detail for capture, kind, what, detail in measurement.misses}
    new = [f'{capture}: {kind}: {what}: {detail}' for (capture, kind, what), detail in sorted(found.items())
           if not misses.line(capture, kind, what).get('right')]
    stale = [f'{capture}: {kind}: {what}' for capture, lines in sorted(misses.lines.items())
             for kind, what in sorted(lines) if capture in captures and (capture, kind, what) not in found]
    return new, stale


def main():
    options = {each for each in sys.argv[1:] if each.startswith('--')}
    arguments = [each for each in sys.argv[1:] if not each.startswith('--')]
    if len(arguments) < 2 or options - {'--captures', '--json', '--markdown', '--list'}:
        sys.exit(__doc__)
    tool, folder, only = arguments[0], arguments[1], set(arguments[2:])
    if not os.path.isdir(os.path.join(folder, 'truth')):
        print(f'accuracy: no captures with truth at {folder}, nothing measured')
        return 0
    misses = KnownMisses()
    measurement = Measurement(tool, folder, only, misses)
    if '--list' in options:
        print_list(measurement, misses)
        return 0
    new, stale = unexplained(measurement, misses, only or measurement.vantages.keys() | misses.lines.keys())
    failed = [] if only else list(failed_goals(measurement))
    if '--json' in options:
        json.dump(report.document(measurement, misses, new, stale, failed), sys.stdout, indent=1)
        print()
    elif '--markdown' in options:
        print(report.markdown(measurement))
    else:
        print(report.text(measurement, misses, '--captures' in options))
        print(*(f'not explained: {each}' for each in new), sep='\n', end='\n' if new else '')
        print(*(f'known-misses.tsv: no longer needed: {each}' for each in stale), sep='\n', end='\n' if stale else '')
        print(*(f'goal missed: {each}' for each in failed), sep='\n', end='\n' if failed else '')
    return 1 if new or stale or failed else 0


if __name__ == '__main__':
    sys.exit(main())
