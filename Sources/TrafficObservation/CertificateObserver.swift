import NetworkTypes
import PacketDecode
import StreamReassembly

extension TrafficObserver {
    /// The public key of a TLS server, out of the certificate that it shows before TLS 1.3; not one for many machines.
    mutating func examineTLSServer(
        _ bytes: borrowing RawSpan, _ range: ByteRange, _ number: Int, _ place: Place
    ) -> StreamVerdict {
        // A server shows it in every connection; once the bytes of one are collected they are read to the end.
        guard flows[number].inspection.collects(ofClient: false) || isWorthReading(serverOf: number, place) else {
            return .done
        }
        switch TLSServerCertificate.find(bytes, range) {
        case .needsMore: return .more
        case .absent: return .done
        case .found(let leaf):
            let octets = leaf.span.bytes
            if let certificate = X509Certificate(octets, ByteRange(start: 0, end: leaf.count)),
                !certificate.hasWildcard, let digest = SHA256Digest.of(octets, certificate.publicKey)
            {
                noteIdentity(.tlsKey, digest, flows[number].server, flows[number].serverMAC, place)
            }
            return .done
        }
    }
}
