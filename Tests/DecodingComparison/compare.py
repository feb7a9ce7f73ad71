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


def ranges(text):
    """'3-5,9' as a list of pairs; '*' is every frame."""
    if text == '*':
        return [(0, sys.maxsize)]
    pairs = [part.split('-') for part in text.split(',')]
    return [(int(pair[0]), int(pair[-1])) for pair in pairs]


class Known:
    """The explained differences, and which of the explanations were needed."""

    def __init__(self):
        with open(KNOWN, newline='', encoding='utf-8') as file:
            self.entries = list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE))
        for entry in self.entries:
            entry['fields'] = entry['field'].split(',')
            entry['ranges'] = ranges(entry['frames'])
            entry['unused'] = entry['ranges'] and set(entry['ranges'])

    def explains(self, capture, frame, field):
        explained = False
        for entry in self.entries:
            if entry['capture'] != capture or field not in entry['fields'] and entry['field'] != '*':
                continue
            for pair in entry['ranges']:
                if pair[0] <= frame <= pair[1]:
                    entry['unused'].discard(pair)
                    explained = True
        return explained

    def unused(self, captures):
        """Entries, or ranges of an entry, that no difference needs any more."""
        for entry in self.entries:
            if entry['capture'] in captures and entry['unused']:
                left = ','.join(f'{a}-{b}' if a != b else f'{a}' for a, b in sorted(entry['unused']))
                yield f"{entry['capture']}\t{entry['field']}\t{left if entry['frames'] != '*' else '*'}"


def grouped(found):
    """Frames of one field as ranges, with an example of both values."""
    by_field = {}
    for frame, field, mine, theirs in found:
        by_field.setdefault(field, []).append((frame, mine, theirs))
    for field, places in by_field.items():
        spans = []
        for frame, _, _ in places:
            if spans and spans[-1][1] == frame - 1:
                spans[-1][1] = frame
            else:
                spans.append([frame, frame])
        text = ','.join(f'{a}-{b}' if a != b else f'{a}' for a, b in spans)
        yield field, text, len(places), places[0][1], places[0][2]


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
                for field, spans, count, mine, theirs in grouped(found):
                    print(f'{capture}\t{field}\t{spans}\t{count}\t{mine}\t{theirs}', flush=True)
    if listing:
        return 0
    for capture, frame, field, mine, theirs in unexplained:
        print(f'{capture}: frame {frame}: {field}: ours {mine or "none"}, tshark {theirs or "none"}')
    stale = list(known.unused(set(captures)))
    for entry in stale:
        print(f'known-differences.tsv: no longer needed: {entry}')
    print(f'{len(captures)} captures, {frames} frames, {facts} facts: {explained} explained differences, '
          f'{len(unexplained)} others, {len(stale)} explanations that nothing needs')
    return 1 if unexplained or stale else 0


if __name__ == '__main__':
    sys.exit(main())
