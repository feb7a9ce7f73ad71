"""What is known about the machines of a capture, independently of the product.

Two sources: `truth/CAPTURE.json`, made by a program on tshark (addresses bound to each MAC address, with the evidence),
and `truth/SCENARIO.hosts.json`, written by hand for captures of a lab (every machine, its cards, its addresses, and
what of each address can be seen in each capture). Where both speak, the hand wins: only it knows machines with several
cards.
"""
import ipaddress
import itertools
import json
import os

CLASSES = V4, LATENT, DUAL, V6, LOCAL = 'v4-only', 'v4+link-local-v6', 'dual-stack', 'v6-only', 'link-local-v6-only'
NONE = 'none'
VANTAGES = ('lan', 'links', 'routed')
SAME, DIFFERENT, UNPROVEN = 'same', 'different', 'unproven'
ONE_MAC = 'one MAC, but of a router or of several machines'
ON_LINK, SOURCE = 'ARP/NDP/DHCP', 'source'
OUTSIDE = 'stands for the outside world'
# Where a sender starts to count down; a value between two of them was counted down by a router. 32 is old and rare, and
# traceroute starts at 1, so nothing below 33 proves anything.
FIRST_TTLS = (64, 128, 255)
LOWEST_TELLING_TTL = 33

# Global, unique local and site-local unicast; the rest is reserved, mapped or translated.
CONFIGURED = tuple(ipaddress.ip_network(each) for each in ('2000::/3', 'fc00::/7', 'fec0::/10'))
# The middle of an interface identifier, without the universal/local bit. RFC 5214 section 6.1.
ISATAP, ISATAP_MASK = 0x00005efe, 0xfdffffff


def plain(address):
    """One text for one address."""
    return str(ipaddress.ip_address(address))


def address_class(addresses, link_local_counts=False):
    """The class of a machine with these addresses; tunnels' own prefixes and NAT64 give no IPv6.

    With link_local_counts fe80::/10 is IPv6 like any other.
    """
    parsed = [ipaddress.ip_address(each) for each in addresses]
    v4 = any(each.version == 4 for each in parsed)
    local = any(each.version == 6 and each.is_link_local for each in parsed)
    wide = any(each.version == 6 and is_configured(each) for each in parsed) or link_local_counts and local
    if wide:
        return DUAL if v4 else V6
    if local:
        return LATENT if v4 else LOCAL
    return V4 if v4 else NONE


def is_configured(address):
    """Beyond the link, and no address of an automatic tunnel or a translator."""
    if address.sixtofour or address.teredo or int(address) >> 32 & ISATAP_MASK == ISATAP:
        return False
    return any(address in network for network in CONFIGURED)


class Unit:
    """A machine whose state can be judged: `key` names it, `addresses` are those the capture shows."""

    def __init__(self, key, macs, addresses, is_on_link):
        self.key, self.macs, self.addresses, self.is_on_link = key, frozenset(macs), frozenset(addresses), is_on_link


class Truth:
    """Everything known about one capture."""

    def __init__(self, oracle, scenarios, capture):
        self.capture = capture
        self.oracle = oracle
        self.bound = {}  # MAC -> addresses
        self.macs_of = {}  # address -> MACs that claim it
        self.certain = set()
        self.evidence = {}  # address -> kinds of evidence
        for mac, entry in oracle.get('macs', {}).items():
            addresses = {plain(each) for each in entry['evidence']}
            self.bound[mac] = addresses
            if entry['certain']:
                self.certain.add(mac)
            for address in addresses:
                self.macs_of.setdefault(address, set()).add(mac)
            for address, kinds in entry['evidence'].items():
                self.evidence.setdefault(plain(address), set()).update(kinds)
        self.names = {mac: set((entry.get('dhcp') or {}).get('hostnames', ()))
                      for mac, entry in oracle.get('macs', {}).items()}
        self.machines = {}  # name -> {address: what is seen of it here}
        self.machine_macs = {}
        self.machines_of = {}  # address -> names
        self.outside = set()
        for scenario in scenarios:
            if capture in scenario['captures']:
                self._add(scenario)
        self.pairs = dict(self._pairs())
        self.units = list(self._units())
        self.vantage = self._vantage()

    def _add(self, scenario):
        for host in scenario['hosts']:
            seen = self.machines.setdefault(host['name'], {})
            self.machine_macs[host['name']] = {card['mac'] for card in host['interfaces']} - {'-'}
            if host['role'] == OUTSIDE:
                self.outside.add(host['name'])
            for each in (address for card in host['interfaces'] for address in card['addresses']):
                seen.setdefault(plain(each['address']), set()).update(each['seen'].get(self.capture, ()))
                self.machines_of.setdefault(plain(each['address']), set()).add(host['name'])

    def shown(self, name):
        """The addresses of a machine by which this capture can tell that it has them.

        A site that stands for many outside machines is one machine only on its own link.
        """
        needed = {ON_LINK} if name in self.outside else {ON_LINK, SOURCE}
        return {address for address, seen in self.machines[name].items() if seen & needed}

    def _pairs(self):
        """(pair, where the truth has it from) of every two addresses that are one machine."""
        for mac in sorted(self.certain):
            for pair in itertools.combinations(sorted(self.bound[mac]), 2):
                if self.verdict(*pair)[0] == SAME:
                    yield pair, 'mac'
        for name in sorted(self.machines):
            for pair in itertools.combinations(sorted(self.shown(name)), 2):
                yield pair, 'machine'

    def _units(self):
        known = set()
        for name in sorted(self.machines):
            known |= self.machine_macs[name]
            addresses = self.shown(name)
            if addresses:
                on_link = any(ON_LINK in self.machines[name][each] for each in addresses)
                yield Unit(name, self.machine_macs[name], addresses, on_link)
        for mac in sorted(self.certain - known):
            if self.bound[mac] and address_class(self.bound[mac]) != NONE:
                yield Unit(mac, {mac}, self.bound[mac], True)

    def _vantage(self):
        counts = self.oracle['counts']
        roots = set(counts.get('link_root', ()))
        is_on_link = 'eth' in roots or roots <= {'wlan', 'radiotap', 'ppi'}
        if not is_on_link or not any(self.bound.values()):
            return 'routed'
        several = len(counts.get('interfaces', ())) > 1 or len(self.oracle.get('vlans', ())) > 0
        return 'links' if several else 'lan'

    def verdict(self, a, b):
        """(whether two addresses are one machine, why)."""
        one, other = self.machines_of.get(a), self.machines_of.get(b)
        if one and other:
            return (SAME, 'machine') if one & other else (DIFFERENT, f'{min(one)} and {min(other)}')
        macs, others = self.macs_of.get(a, set()), self.macs_of.get(b, set())
        if macs & others:
            return (SAME, 'mac') if macs & others & self.certain else (UNPROVEN, ONE_MAC)
        for mac, second in itertools.product(macs & self.certain, others & self.certain):
            names, second_names = self.names[mac], self.names[second]
            if names and second_names and not names & second_names:
                return DIFFERENT, f'DHCP clients {min(names)} and {min(second_names)}'
        for address, holder in ((a, others), (b, macs)):
            if not self.macs_of.get(address) and self.was_forwarded(address, holder):
                return DIFFERENT, f'{min(holder)} forwards for {address}'
        if macs and others:
            return UNPROVEN, f'{min(macs)} and {min(others)}'
        return UNPROVEN, 'no binding is known of ' + ' '.join(x for x, y in ((a, macs), (b, others)) if not y)

    def was_forwarded(self, address, router):
        """Whether every packet from the address came from these MACs, with a hop count that only a router leaves."""
        source = self.sources.get(address, {})
        ttls = [int(each) for each in source.get('ttls', ())]
        if not ttls or not source['macs'] or not router.issuperset(source['macs']):
            return False
        return all(each >= LOWEST_TELLING_TTL and each not in FIRST_TTLS for each in ttls)

    @property
    def sources(self):
        return self.oracle.get('ips', {})


def read(folder):
    """(capture, Truth) of every capture of a folder that has truth."""
    truth = os.path.join(folder, 'truth')
    files = sorted(os.listdir(truth))
    scenarios = [load(os.path.join(truth, each)) for each in files if each.endswith('.hosts.json')]
    for file in files:
        capture = file[:-len('.json')]
        if file.endswith('.hosts.json') or not file.endswith('.json'):
            continue
        if os.path.isfile(os.path.join(folder, capture)):
            yield capture, Truth(load(os.path.join(truth, file)), scenarios, capture)


def load(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)
