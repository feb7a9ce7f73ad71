/// Bounds of every action, whatever a host answers.
public enum ProbeLimits {
    /// A TCP connection has to stand within it; internet.nl waits as long. In milliseconds.
    public static let connectTimeout = 4000
    /// An answer to a datagram has to come within it, in milliseconds.
    public static let answerTimeout = 3000
    /// One action on one host, everything together, in milliseconds.
    public static let actionTimeout = 15_000
    /// Bytes of a web page that are read for the comparison.
    public static let page = 500_000
    /// Bytes of a banner.
    public static let banner = 512
    /// Redirects that are followed, each to an address inside the scope.
    public static let redirects = 5
    public static let tries = 3
    /// Seconds between two tries before "does not work" is said.
    public static let secondsBetweenTries = 60
}
