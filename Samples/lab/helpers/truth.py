#!/usr/bin/python3
"""What the machines' own kernels said during the run.  truth.py RUNDIR OUTFILE   (cards, roles and snap.*.json of RUNDIR)"""
import json, sys
run, out = sys.argv[1:3]
rows = lambda f: [l.rstrip('\n').split('\t') for l in open(f'{run}/{f}', encoding='utf-8')]
snaps = {s: json.load(open(f'{run}/snap.{s}.json')) for s in ('start', 'rogue', 'end')}
cards = {}
for host, card, segment, mac in rows('cards'): cards.setdefault(host, {})[card] = (segment, mac)
hosts = []
for name, cls, about in rows('roles'):
    interfaces = {}
    for s, snap in snaps.items():
        for c in snap[name]:
            segment, mac = cards[name].get(c['card'], ({'lo': 'loopback'}.get(c['card'], 'tunnel'), None))
            i = interfaces.setdefault(c['card'], {'name': c['card'], 'segment': segment, 'mac': mac, 'addresses': {}})
            for a in c['addresses']:
                i['addresses'].setdefault(a['address'], {'address': a['address'], 'temporary': a['temporary'], 'snapshots': []})['snapshots'].append(s)
    hosts.append({'name': name, 'expected_class': cls, 'about': about, 'interfaces': [dict(i, addresses=list(i['addresses'].values())) for i in interfaces.values()]})
now = any(h['name'] == 'pi-la' for h in hosts)
json.dump({
    'scenario': 'hai-hau' if now else 'hai-hau earlier',
    'title': 'Hải Hậu area: three commune LANs, a server network, a TSLCD uplink, an Internet line with NAT44' + ('; a rogue router advertisement for 60 s; one 6in4 tunnel.' if now else ', some months before: IPv6 at Hải Hậu only.'),
    'captures': {'hai-hau.pcapng': 'interface 0 lan-hai-hau, 1 lan-hai-anh, 2 lan-hai-tien, 3 may-chu: a routed packet is in it twice, with different MAC addresses',
                 'tslcd-uplink.pcapng': 'the link between the office router and the provincial router'},
    'note': 'expected_class is by hand, from the configuration: v4 = any IPv4, dual-stack = v4 and a GUA or ULA. Snapshots: start (about 20 s), rogue (about 220 s, while the rogue router advertises, if there is one), end. Segment "internet" and the namespace "ngoai" are in no capture; "tinh" is seen on tslcd-uplink only.',
    'made_by': 'Samples/lab/build_hai_hau.sh', 'hosts': hosts}, open(out, 'w', encoding='utf-8'), indent=1, ensure_ascii=False)
open(out, 'a').write('\n')
