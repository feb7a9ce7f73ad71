#!/usr/bin/env python3
"""Compares the decoder with tshark, frame by frame, on every capture of a folder.

  compare.py DUMP_FIELDS FOLDER [--list] [CAPTURE …]

Differences that known-differences.tsv explains are counted; any other fails, and so does an explanation that nothing
needs any more. With --list every difference is printed in the form of that file, and nothing fails. With names of
captures only those are read.
"""
import concurrent.futures
import csv
import os
import shutil
import subprocess
import sys

import tshark_facts

KNOWN = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'known-differences.tsv')
OTHER_FILES = ('.tsv', '.json', '.md')


def ours(dump_fields, capture):
    """Frame number -> facts without empty values."""
    output = subprocess.run([dump_fields, capture], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    lines = output.decode('utf-8', 'replace').split('\n')[:-1]
    names = lines[0].split('\t')
    frames = {}
    for line in lines[1:]:
        found = {key: value for key, value in zip(names, line.split('\t')) if value}
        normalise(found)
        frames[int(found.pop('frame'))] = found
    return frames


def normalise(found):
    """The forms in which two programs may write the same fact."""
    found.pop('anomaly', None)
    for key in ('link.source', 'link.destination', 'arp.mac', 'nd.source-link', 'nd.target-link', 'dhcp4.mac'):
        if found.get(key) == '00:00:00:00:00:00':
            del found[key]
    for key in ('dns.name', 'dhcp4.name'):
        if key in found:
            found[key] = ','.join(tshark_facts.name(each) for each in found[key].split(','))
    if 'dns.addresses' in found:
        addresses = (tshark_facts.address(each) for each in found['dns.addresses'].split(','))
        found['dns.addresses'] = ','.join(sorted(addresses))


def differences(dump_fields, folder, capture):
    """(frames compared, facts compared, [(frame, field, ours, tshark's)])."""
    path = os.path.join(folder, capture)
    mine = ours(dump_fields, path)
    found, frames, facts, last = [], 0, 0, 0
    for row in tshark_facts.rows(path):
        last = int(row.first('frame.number') or 0)
        theirs = tshark_facts.facts(row)
        if 'dhcp4.name' in theirs:
            theirs['dhcp4.name'] = tshark_facts.name(theirs['dhcp4.name'])
        own = mine.get(last)
        if own is None:
            found.append((last, 'frame', '', 'read'))
            continue
        if row.first('_ws.malformed'):  # tshark stopped in the middle of a message: only lower layers can be compared
            own = {key: value for key, value in own.items() if not key.startswith(('dhcp', 'dns', 'nd.'))}
            theirs = {key: value for key, value in theirs.items() if not key.startswith('nd.')}
        frames += 1
        facts += len(theirs)
        for key in sorted(own.keys() | theirs.keys()):
            if own.get(key, '') != theirs.get(key, ''):
                found.append((last, key, own.get(key, ''), theirs.get(key, '')))
    found += [(frame, 'frame', 'read', '') for frame in mine if frame > last]
    return frames, facts, found


def numbers(text):
    """'3-5,9' as the frames 3, 4, 5, 9."""
    pairs = [part.split('-') for part in text.split(',')]
    return {frame for pair in pairs for frame in range(int(pair[0]), int(pair[-1]) + 1)}


class Known:
    """The explained differences, and those of them that were not met."""

    def __init__(self):
        self.unmet = {}
        with open(KNOWN, newline='', encoding='utf-8') as file:
            for entry in csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE):
                places = self.unmet.setdefault(entry['capture'], set())
                places.update((frame, field) for field in entry['field'].split(',') for frame in numbers(entry['frames']))
        self.all = {capture: frozenset(places) for capture, places in self.unmet.items()}

    def explains(self, capture, frame, field):
        self.unmet.get(capture, set()).discard((frame, field))
        return (frame, field) in self.all.get(capture, ())


def spans(frames):
    """The frames 3, 4, 5, 9 as '3-5,9'."""
    found = []
    for frame in sorted(frames):
        if found and found[-1][1] == frame - 1:
            found[-1][1] = frame
        else:
            found.append([frame, frame])
    return ','.join(f'{a}-{b}' if a != b else f'{a}' for a, b in found)


def grouped(found):
    """Frames of one field as ranges, with an example of both values."""
    by_field = {}
    for frame, field, mine, theirs in found:
        by_field.setdefault(field, []).append((frame, mine, theirs))
    for field, places in by_field.items():
        yield field, spans(frame for frame, _, _ in places), len(places), places[0][1], places[0][2]


def main():
    arguments = [each for each in sys.argv[1:] if each != '--list']
    listing = '--list' in sys.argv
    if len(arguments) < 2:
        sys.exit(__doc__)
    dump_fields, folder, only = arguments[0], arguments[1], set(arguments[2:])
    if not os.path.isdir(folder):
        print(f'verify-decoding: no captures at {folder}, nothing compared')
        return 0
    if not shutil.which('tshark'):
        sys.exit('verify-decoding: tshark is missing')
    captures = sorted(each for each in os.listdir(folder) if not each.endswith(OTHER_FILES)
                      and os.path.isfile(os.path.join(folder, each)) and (not only or each in only))
    known = Known()
    frames = facts = explained = 0
    unexplained = []
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        work = pool.map(lambda capture: (capture, differences(dump_fields, folder, capture)), captures)
        for capture, (compared, compared_facts, found) in work:
            frames += compared
            facts += compared_facts
            if not listing:
                new = [each for each in found if not known.explains(capture, each[0], each[1])]
                explained += len(found) - len(new)
                unexplained += [(capture, *each) for each in new]
            else:
                for field, frames_of_field, count, mine, theirs in grouped(found):
                    print(f'{capture}\t{field}\t{frames_of_field}\t{count}\t{mine}\t{theirs}', flush=True)
    if listing:
        return 0
    for capture, frame, field, mine, theirs in unexplained:
        print(f'{capture}: frame {frame}: {field}: ours {mine or "none"}, tshark {theirs or "none"}')
    stale = 0
    for capture in captures:
        for field in sorted({field for _, field in known.unmet.get(capture, ())}):
            left = [frame for frame, each in known.unmet[capture] if each == field]
            stale += len(left)
            print(f'known-differences.tsv: no longer needed: {capture}: {field}: frames {spans(left)}')
    print(f'{len(captures)} captures, {frames} frames, {facts} facts: {explained} explained differences, '
          f'{len(unexplained)} others, {stale} explanations that nothing needs')
    return 1 if unexplained or stale else 0


if __name__ == '__main__':
    sys.exit(main())
