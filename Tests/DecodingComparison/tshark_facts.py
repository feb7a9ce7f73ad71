"""What tshark says about each frame, in the names of dump-fields.

The order of layers is that of frame.protocols; the i-th IP header in it has the i-th value of ip.src or ipv6.src. What
stands behind icmp or icmpv6 is a quotation of another packet and is left out. Reassembly is off: facts stay in the
frame that carries their bytes.
"""
import ipaddress
import os
import re
import subprocess
import tempfile

AGGREGATOR = '\x1f'
PREFERENCES = ['ip.defragment:FALSE', 'ipv6.defragment:FALSE', 'tcp.desegment_tcp_streams:FALSE',
               'ip.check_checksum:FALSE', 'tcp.check_checksum:FALSE', 'ip.use_geoip:FALSE']
FIELDS = '''frame.number frame.protocols _ws.malformed eth.src eth.dst sll.src.eth wlan.sa wlan.da vlan.id ieee8021ad.id
ip.src ip.dst ip.proto ipv6.src ipv6.dst ipv6.nxt ipv6.hopopts.nxt ipv6.routing.nxt ipv6.fraghdr.nxt ipv6.dstopts.nxt
ah.next_header mip6.proto hip.proto shim6.nxt tcp.srcport tcp.dstport udp.srcport udp.dstport
arp.opcode arp.src.hw_mac arp.src.proto_ipv4 arp.dst.proto_ipv4 icmp.type icmpv6.type
icmpv6.nd.ns.target_address icmpv6.nd.na.target_address icmpv6.nd.rd.target_address icmpv6.opt.src_linkaddr
icmpv6.opt.target_linkaddr dhcp.cookie dhcp.option.dhcp dhcp.hw.mac_addr dhcp.ip.your dhcp.option.hostname
dhcp.option.request_list_item dhcp.option.dhcp_server_id dhcpv6.msgtype dhcpv6.option.type dhcpv6.duid.bytes
dhcpv6.iaaddr.ip dns.id dns.qry.name dns.qry.type dns.flags.response dns.flags.rcode dns.a dns.aaaa'''.split()
INDEX = {name: place for place, name in enumerate(FIELDS)}
# Layer in frame.protocols -> the field with the number of the protocol behind it.
EXTENSIONS = {'ipv6.hopopts': 'ipv6.hopopts.nxt', 'ipv6.routing': 'ipv6.routing.nxt',
              'ipv6.fraghdr': 'ipv6.fraghdr.nxt', 'ipv6.dstopts': 'ipv6.dstopts.nxt', 'ah': 'ah.next_header',
              'mipv6': 'mip6.proto', 'hip': 'hip.proto', 'shim6': 'shim6.nxt'}
IP = ('ip', 'ipv6')


class Row:
    """One line of tshark's output."""

    def __init__(self, values):
        self.values = values

    def all(self, field):
        text = self.values[INDEX[field]]
        return text.split(AGGREGATOR) if text else []

    def at(self, field, place):
        values = self.all(field)
        return values[place] if 0 <= place < len(values) else ''

    def first(self, field):
        return self.at(field, 0)


def rows(capture):
    command = ['tshark', '-n', '-r', capture, '-T', 'fields', '-E', 'separator=/t', '-E', 'occurrence=a',
               '-E', 'aggregator=' + AGGREGATOR]
    for preference in PREFERENCES:
        command += ['-o', preference]
    for field in FIELDS:
        command += ['-e', field]
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home, TZ='UTC', LC_ALL='C.UTF-8')
        output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment).stdout
    for line in output.decode('utf-8', 'replace').split('\n')[:-1]:
        values = line.split('\t')
        yield Row(values + [''] * (len(FIELDS) - len(values)))


def number(text):
    return str(int(text, 0)) if text else ''


def address(text):
    return str(ipaddress.ip_address(text)) if text else ''


def mac(text):
    """Empty for zero and for anything that is not 48 bits long."""
    text = text.lower()
    return text if len(text) == 17 and text != '00:00:00:00:00:00' else ''


def name(text):
    """Lower case, with ? for every run of anything that two programs may write in two ways."""
    if text in ('<Root>', '.'):
        return '.'
    text = re.sub(r'\\x[0-9a-f]{2}|\\[0-9]{3}|\\.', '?', text.lower())
    return re.sub(r'[^a-z0-9._-]+', '?', text)


def facts(row):
    """The facts of one frame, as a dictionary without empty values."""
    stack = row.first('frame.protocols').split(':')
    for place, layer in enumerate(stack):
        if layer in ('icmp', 'icmpv6'):
            stack = stack[:place + 1]
            break
    found = {}
    places = ip_places(row, stack)
    head = stack[:min([place for place, layer in enumerate(stack) if layer in IP + ('arp',)], default=len(stack))]
    link(row, head, found)
    if 'arp' in stack and row.first('arp.src.proto_ipv4'):
        found['arp.operation'] = number(row.first('arp.opcode'))
        found['arp.mac'] = mac(row.first('arp.src.hw_mac'))
        found['arp.address'] = row.first('arp.src.proto_ipv4')
        found['arp.target'] = row.first('arp.dst.proto_ipv4')
    if places:
        for place, prefix in ((places[0], 'ip'), (places[-1], 'inner')):
            family, order = stack[place], stack[:place].count(stack[place])
            found[prefix + '.source'] = address(row.at(family + '.src', order))
            found[prefix + '.destination'] = address(row.at(family + '.dst', order))
        upper(row, stack, places[-1], found)
    return {key: value for key, value in found.items() if value}


def ip_places(row, stack):
    """Where the IP headers stand; the innermost is left out where it is cut before its addresses."""
    places = [place for place, layer in enumerate(stack) if layer in IP]
    while places:
        family, order = stack[places[-1]], stack[:places[-1]].count(stack[places[-1]])
        if row.at(family + '.src', order) and row.at(family + '.dst', order):
            break
        places.pop()
    return places


def link(row, head, found):
    """Addresses and tags of the outermost frame."""
    if 'eth' in head:
        found['link.source'], found['link.destination'] = mac(row.first('eth.src')), mac(row.first('eth.dst'))
    elif 'sll' in head:
        found['link.source'] = mac(row.first('sll.src.eth'))
    elif 'wlan' in head:
        found['link.source'], found['link.destination'] = mac(row.first('wlan.sa')), mac(row.first('wlan.da'))
    tags, seen = [], {'vlan': 0, 'ieee8021ad': 0}
    for place, layer in enumerate(head):
        if layer == 'ieee8021ah' or layer == 'eth' and 'eth' in head[:place]:
            break  # an inner frame
        if layer in seen:
            tags.append(row.at(layer + '.id', seen[layer]))
            seen[layer] += 1
    tags = [number(tag) for tag in tags if tag and number(tag) != '0']  # 0 is a priority tag
    found['vlan.outer'] = tags[0] if tags else ''
    found['vlan.inner'] = tags[1] if len(tags) > 1 else ''


def upper(row, stack, place, found):
    """What stands behind the innermost IP header."""
    family, order = stack[place], stack[:place].count(stack[place])
    protocol = row.at('ip.proto' if family == 'ip' else 'ipv6.nxt', order)
    rest = stack[place + 1:]
    while rest and rest[0] in EXTENSIONS and (family == 'ipv6' or rest[0] == 'ah'):
        following = row.at(EXTENSIONS[rest[0]], stack[:len(stack) - len(rest)].count(rest[0]))
        if not following:
            break
        protocol, rest = following, rest[1:]
    found['protocol'] = number(protocol)
    layer = rest[0] if rest else ''
    before = stack[:len(stack) - len(rest)]
    if layer in ('tcp', 'udp'):
        found['port.source'] = row.at(layer + '.srcport', before.count(layer))
        found['port.destination'] = row.at(layer + '.dstport', before.count(layer))
        if layer == 'udp' and len(rest) > 1 and not row.first('_ws.malformed'):
            message(row, rest[1], family, found)
    elif layer == 'icmp':
        found['icmp.type'] = row.first('icmp.type')
    elif layer == 'icmpv6':
        found['icmp.type'] = row.first('icmpv6.type')
        neighbors(row, found)


def neighbors(row, found):
    target = {'135': 'icmpv6.nd.ns.target_address', '136': 'icmpv6.nd.na.target_address',
              '137': 'icmpv6.nd.rd.target_address'}.get(found['icmp.type'])
    if target:
        found['nd.target'] = address(row.first(target))
    if found['icmp.type'] in ('133', '134', '135', '136'):  # in a Redirect it would be the quoted packet's
        found['nd.source-link'] = mac((row.all('icmpv6.opt.src_linkaddr') or [''])[-1])
    if found['icmp.type'] in ('133', '135', '136'):
        found['nd.target-link'] = mac((row.all('icmpv6.opt.target_linkaddr') or [''])[-1])
    elif found['icmp.type'] == '137':
        found['nd.target-link'] = mac(row.first('icmpv6.opt.target_linkaddr'))


def message(row, layer, family, found):
    """The application's message behind UDP, where tshark reads it to its end."""
    if layer == 'dhcp' and family == 'ip' and row.first('dhcp.cookie'):
        found['dhcp4.type'] = row.first('dhcp.option.dhcp')
        found['dhcp4.mac'] = mac(row.first('dhcp.hw.mac_addr'))
        found['dhcp4.address'] = row.first('dhcp.ip.your')
        found['dhcp4.name'] = row.first('dhcp.option.hostname')
        found['dhcp4.requested'] = ','.join(row.all('dhcp.option.request_list_item'))
        found['dhcp4.server'] = row.first('dhcp.option.dhcp_server_id')
    elif layer == 'dhcpv6' and family == 'ipv6':
        found['dhcp6.type'] = (row.all('dhcpv6.msgtype') or [''])[-1]
        identifiers = row.all('dhcpv6.duid.bytes')
        options = [option for option in row.all('dhcpv6.option.type') if option in ('1', '2')]
        if '1' in options and options.index('1') < len(identifiers):
            found['dhcp6.client'] = identifiers[options.index('1')].replace(':', '').lower()
        found['dhcp6.addresses'] = ','.join(address(each) for each in row.all('dhcpv6.iaaddr.ip'))
    elif layer in ('dns', 'mdns', 'llmnr') and row.first('dns.id'):
        found['dns.id'] = number(row.first('dns.id'))
        found['dns.name'] = ','.join(name(each) for each in row.all('dns.qry.name'))
        found['dns.type'] = ','.join(row.all('dns.qry.type'))
        found['dns.response'] = '1' if row.first('dns.flags.response') in ('1', 'True') else '0'
        found['dns.code'] = row.first('dns.flags.rcode') if found['dns.response'] == '1' else ''
        found['dns.addresses'] = ','.join(sorted(address(each) for each in row.all('dns.a') + row.all('dns.aaaa')))
