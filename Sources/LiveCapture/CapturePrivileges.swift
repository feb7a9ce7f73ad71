import CPcap
import Glibc

/// Root becomes an unprivileged user after opening; of all rights only CAP_NET_RAW is kept, out of effect, so that an
/// interface that comes back can be opened again.
public enum CapturePrivileges {
    /// Whom the process becomes.
    public struct User: Hashable, Sendable {
        public let name: String
        public let id: UInt32
        public let group: UInt32
    }

    /// A step that the system refused.
    public struct Refusal: Error, Hashable, Sendable {
        public let step: String
        /// `errno`.
        public let code: Int32
    }

    /// The user who called sudo, else `nobody`; nil where the process is not root's.
    public static func unprivilegedUser() -> User? {
        guard geteuid() == 0 else { return nil }
        if let id = number("SUDO_UID"), let group = number("SUDO_GID"), id != 0 {
            let name = getpwuid(id).map { String(cString: $0.pointee.pw_name) }
            return User(name: name ?? "\(id)", id: id, group: group)
        }
        guard let entry = getpwnam("nobody") else { return User(name: "nobody", id: 65_534, group: 65_534) }
        return User(name: "nobody", id: entry.pointee.pw_uid, group: entry.pointee.pw_gid)
    }

    private static func number(_ variable: String) -> UInt32? {
        getenv(variable).flatMap { UInt32(String(cString: $0)) }
    }

    /// Becomes the user for good, if one is given, and gives up every right but CAP_NET_RAW. To be called before other
    /// threads begin: capabilities belong to a thread and are inherited by those it starts.
    public static func drop(to user: User?) throws(Refusal) {
        if let user {
            try demand("prctl", capture_keep_capabilities())
            var group = gid_t(user.group)
            try demand("setgroups", setgroups(1, &group))
            try demand("setgid", setgid(group))
            try demand("setuid", setuid(user.id))
        }
        try demand("capset", capture_limit_capabilities(0))
        try demand("prctl", capture_no_new_privileges())
        if let user, user.id != 0, setuid(0) == 0 { throw Refusal(step: "setuid", code: EPERM) }
    }

    private static func demand(_ step: String, _ result: Int32) throws(Refusal) {
        guard result == 0 else { throw Refusal(step: step, code: errno) }
    }

    /// Whether `drop` was called in this process: only then is the right out of effect.
    static func withCaptureRight<Result: ~Copyable, Failure>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard geteuid() != 0 else { return try body() }
        _ = capture_limit_capabilities(1)
        defer { _ = capture_limit_capabilities(0) }
        return try body()
    }
}
