/// The comments that a new site file is written with, each in both languages.
public enum InitialSiteMessage: LocalizedMessage, Hashable {
    case title
    case offset
    case policy
    case agency
    case segment
    case prefixes
    case next

    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }
}
