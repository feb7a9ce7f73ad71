"""Compares groups of addresses, the product's hosts or those of a plain join, with the truth of their capture."""
import itertools

import truth as known

STATES = {
    'ipv4-only': known.V4, 'ipv4-seen': known.V4, 'ipv4-latent-ipv6': known.LATENT, 'dual-configured': known.DUAL,
    'dual-operational': known.DUAL, 'dual-broken': known.DUAL, 'ipv6-only': known.V6, 'ipv6-mostly': known.V6,
    'link-local-only': known.LOCAL, 'unknown': 'unknown'}
NO_HOST = 'no host'


class Group:
    """Addresses that somebody says are one machine; state is one of the truth's classes or 'unknown'."""

    def __init__(self, macs, addresses, state, provisional=False):
        self.macs, self.addresses = frozenset(macs), frozenset(addresses)
        self.state, self.provisional = state, provisional


def product_groups(scan):
    """The hosts of `v6audit scan --json`."""
    for host in scan['hosts']:
        addresses = {known.plain(each['address']) for each in host['ipv4'] + host['ipv6']}
        yield Group(host['macs'], addresses, STATES[host['state']], host['provisional'])


def bound_groups(truth, link_local_counts):
    """A join by MAC address of every address that has evidence on its link."""
    for mac, addresses in sorted(truth.bound.items()):
        if addresses:
            yield Group({mac}, addresses, known.address_class(addresses, link_local_counts))


def source_groups(truth, link_local_counts):
    """A join by MAC address of every source of a packet, as grouping the output of other tools by MAC gives it."""
    groups = {mac: set(addresses) for mac, addresses in truth.bound.items()}
    for address, entry in truth.sources.items():
        for mac in entry['macs'] if entry.get('packets_sent') else ():
            groups.setdefault(mac, set()).add(known.plain(address))
    for mac, addresses in sorted(groups.items()):
        if addresses:
            yield Group({mac}, addresses, known.address_class(addresses, link_local_counts))


class Score:
    """Figures of one or many captures."""

    def __init__(self):
        self.merged = self.false = self.unproven = self.found = self.pairs = 0
        self.states = {}  # (truth, ours) -> units
        self.provisional = self.remote = 0

    def add(self, other):
        for name in ('merged', 'false', 'unproven', 'found', 'pairs', 'provisional', 'remote'):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for key, count in other.states.items():
            self.states[key] = self.states.get(key, 0) + count

    @property
    def precision(self):
        return share(self.merged, self.merged + self.false)

    @property
    def recall(self):
        return share(self.found, self.pairs)

    def accuracy(self, truth_class=None):
        """Right among those that were given a state; a machine without a host counts as wrong."""
        mine = {key: count for key, count in self.states.items()
                if truth_class in (None, key[0]) and key[1] != 'unknown'}
        return share(sum(count for key, count in mine.items() if key[0] == key[1]), sum(mine.values()))

    def units(self, truth_class=None):
        return sum(count for key, count in self.states.items() if truth_class in (None, key[0]))

    @property
    def unknown(self):
        return sum(count for key, count in self.states.items() if key[1] == 'unknown')


def share(part, whole):
    return part / whole if whole else None


class Comparison:
    """Groups against the truth of one capture.

    `misses` are (kind, what, detail): a pair that is not joined, a false or unproven merge, a wrong state.
    `rulings` says for some (kind, what) whether `ours` or the `truth` is right. Where ours is, the truth is wrong and
    nothing is counted; an unproven merge counts as false where the truth is right to keep two machines.
    """

    def __init__(self, truth, groups, rulings=None):
        self.truth, self.groups, self.rulings = truth, list(groups), rulings or {}
        self.score, self.misses = Score(), []
        self.places = {}
        for number, group in enumerate(self.groups):
            for address in group.addresses:
                self.places.setdefault(address, set()).add(number)
        self._recall()
        self._precision()
        self._states()

    def _counts(self, kind, what):
        return self.rulings.get((kind, what)) != 'ours'

    def _recall(self):
        for a, b in sorted(self.truth.pairs):
            is_found = bool(self.places.get(a, set()) & self.places.get(b, set()))
            if not is_found:
                self.misses.append(('pair', f'{a} {b}', self._why_apart(a, b)))
            if self._counts('pair', f'{a} {b}'):
                self.score.found += is_found
                self.score.pairs += 1

    def _why_apart(self, a, b):
        lost = [each for each in (a, b) if each not in self.places]
        if lost:
            return 'no host has ' + ' or '.join(f'{each} ({self._evidence(each)})' for each in lost)
        return f'two hosts: {self._evidence(a)} | {self._evidence(b)}'

    def _evidence(self, address):
        kinds = sorted(self.truth.evidence.get(address, ()))
        macs = sorted(self.truth.macs_of.get(address, ()))
        return ' '.join(macs + kinds) or 'source only'

    def _precision(self):
        done = set()
        for group in self.groups:
            for pair in itertools.combinations(sorted(group.addresses), 2):
                if pair in done:
                    continue
                done.add(pair)
                verdict, why = self.truth.verdict(*pair)
                what = ' '.join(pair)
                if verdict == known.SAME:
                    self.score.merged += 1
                elif verdict == known.DIFFERENT:
                    self.misses.append(('false-merge', what, why))
                    self.score.false += self._counts('false-merge', what)
                else:
                    is_false = self.rulings.get(('unproven-merge', what)) == 'truth'
                    self.score.false += is_false
                    self.score.unproven += not is_false
                    if why != known.ONE_MAC:
                        self.misses.append(('unproven-merge', what, why))

    def _host(self, unit):
        """The group that is most of a machine."""
        def overlap(group):
            return len(group.addresses & unit.addresses), len(group.macs & unit.macs)
        best = max(self.groups, key=overlap, default=None)
        return best if best and any(overlap(best)) else None

    def _states(self):
        hosts = [(unit, self._host(unit)) for unit in self.truth.units]
        for unit, host in hosts:
            if host is None:
                if not unit.is_on_link:
                    self.score.remote += 1
                    continue
                expected, ours = known.address_class(unit.addresses), NO_HOST
            else:
                together = [other for other, its in hosts if its is host and self._may_be_one(unit, other)]
                addresses = frozenset().union(*(other.addresses for other in together))
                expected, ours = known.address_class(addresses), host.state
            if expected != ours and ours != 'unknown':
                extra = sorted(host.addresses - unit.addresses) if host else []
                detail = f'{ours}, but the truth is {expected}' + (f'; besides: {" ".join(extra)}' if extra else '')
                self.misses.append(('state', unit.key, detail))
            if not self._counts('state', unit.key):
                continue
            self.score.states[expected, ours] = self.score.states.get((expected, ours), 0) + 1
            self.score.provisional += bool(host and host.provisional)

    def _may_be_one(self, unit, other):
        """Two MACs that were merged stand for one machine unless it is known that they are two."""
        return unit is other or all(
            self.truth.verdict(a, b)[0] != known.DIFFERENT for a in unit.addresses for b in other.addresses)
