/// How an inner frame or IP header is carried by what stands around it.
public enum Encapsulation: UInt8, Sendable, BitwiseCopyable, CaseIterable {
    case none
    case sixInFour
    case fourInSix
    case fourInFour
    case sixInSix
    /// IP or Ethernet in GRE. RFC 2784.
    case gre
    case teredo
    /// Mirrored Ethernet frames in GRE. draft-foschiano-erspan.
    case erspan
    case vxlan
    case geneve
    /// GTP of the user plane. 3GPP TS 29.281.
    case gtpU
    case l2tp
    /// PPP in GRE (PPTP) or elsewhere, without L2TP.
    case ppp
    /// Ethernet in MPLS. RFC 4448.
    case pseudowire
    case ayiya
    /// IP in MPLS over UDP or IP. RFC 7510, RFC 4023.
    case mpls
    case lisp
}

/// Where in the nesting of a frame a header stands.
struct Level {
    /// How many tunnels are around it.
    let depth: UInt8
    /// The innermost of them.
    let encapsulation: Encapsulation

    /// Nothing around.
    static let outermost = Level(depth: 0, encapsulation: .none)

    @inline(__always)
    var isOutermost: Bool { depth == 0 }

    @inline(__always)
    func inside(_ encapsulation: Encapsulation) -> Level {
        Level(depth: depth &+ 1, encapsulation: encapsulation)
    }
}
