import NetworkTypes
import PacketDecode

extension TrafficObserver {
    /// The address in the name of the buffer, where that is what is asked for: its owner's name is the answer, also
    /// behind an alias. RFC 1035 §3.5, RFC 2317 §5.
    func pointedAddress(_ question: DNSReader.Question) -> IPAddress? {
        question.type == DNSMessage.typePTR ? name.reverseAddress : nil
    }

    /// The name of an address, out of a server's answer.
    mutating func notePointer(
        _ answer: DNSReader.Record, of address: IPAddress, _ reader: DNSReader, _ bytes: borrowing RawSpan,
        _ place: Place
    ) {
        // Whoever looks up every visitor must leave room for what machines say of themselves.
        guard identities.rows.count < limits.identities / 2, address.isHostUnicast,
            reader.readTarget(of: answer, bytes, into: &name), !name.isEmpty
        else { return }
        noteIdentity(.dnsPointer, in: name, address, .zero, place)
    }
}
