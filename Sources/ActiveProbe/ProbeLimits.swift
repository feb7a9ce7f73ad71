/// Bounds of every action, whatever a host answers.
public enum ProbeLimits {
    /// A TCP connection has to stand within it; internet.nl waits as long. In milliseconds.
    public static let connectTimeout = 4000
    /// An answer to a datagram has to come within it, in milliseconds; a router that finds no neighbour says so after
    /// three seconds. RFC 4861 §10.
    public static let answerTimeout = 3500
    /// All waiting of one connection for its host together, in milliseconds.
    public static let actionTimeout = 15_000
    /// Bytes of a web page that are read for the comparison.
    public static let page = 500_000
    /// Bytes of the head of a web answer.
    static let pageHead = 16_384
    /// Bytes of a banner.
    public static let banner = 512
    /// Bytes of what a service says before it is known, as with a key exchange or a certificate.
    static let speech = 65_536
    /// Redirects that are followed, each to an address inside the scope.
    public static let redirects = 5
    public static let tries = 3
    public static let mostTries = 10
    /// Seconds between two tries before "does not work" is said.
    public static let secondsBetweenTries = 60
    /// Names of one machine under which its web services are asked.
    public static let namesOfHost = 8
    /// Addresses that are taken from the answer about one name.
    public static let addressesOfName = 16
    /// Actions under way at once, each with one socket.
    static let concurrent = 256
    /// Bytes that a host may send before it has to wait for us.
    static let window = 4096
    /// Echo requests of one search for the path MTU.
    static let pathMTUSteps = 6
}
