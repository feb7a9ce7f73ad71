/// The facts that a rule may ask for: a closed list, so that a misspelt one is an error and not an unknown.
///
/// A raw value is 1000 × the kind of subject + the place in a `FactRow`; it is not stored anywhere.
public enum FactKey: Int, Sendable, Hashable, CaseIterable {
    // MARK: A host
    case hostIPv4Addresses = 0
    case hostLinkLocalAddresses
    case hostRoutableIPv6Addresses
    case hostGlobalAddresses
    case hostUniqueLocalAddresses
    case hostEUI64Addresses
    case hostReservedAddresses
    case hostReservedPrefixesAdvertised
    case hostOnOwnLink
    case hostObservedFor
    case hostIPv6Visible
    case hostLinkOffersIPv6
    case hostLinkRoutersAuthorised
    case hostIPv4Frames
    case hostIPv6Frames
    case hostEstablishedIPv4Flows
    case hostEstablishedIPv6Flows
    case hostAAAAAnswered
    case hostDNSAnswers
    case hostGlobalDestinations
    case hostIPv4LiteralDestinations
    case hostIPv4LiteralRepeats
    case hostRequestsIPv6OnlyMode
    case hostState
    case hostStateFinal
    case hostKind
    case hostSixToFourAddresses
    case hostSixToFourPackets
    case hostTeredoAddresses
    case hostTeredoPackets
    case hostISATAPAddresses
    case hostISATAPPackets
    case hostISATAPNameAnswers

    // MARK: A segment
    case segmentKind = 1000
    case segmentPlanIPv6
    case segmentTarget
    case segmentObservedFor
    case segmentIPv6Visible
    case segmentPrefixesInUse
    case segmentPrefixesOutsidePlan
    case segmentUniqueLocalPrefixesOfHosts
    case segmentUniqueLocalPrefixes
    case segmentIllFormedUniqueLocalPrefixes
    case segmentAdvertisedPrefixes
    case segmentAutonomousPrefixes
    case segmentAutonomousPrefixesNot64
    case segmentDuplicateAddresses
    case segmentUnansweredSolicitors
    case segmentWithoutAdvertisementFor
    case segmentValidAdvertisements
    case segmentRoutersSeen
    case segmentDefaultRouters
    case segmentAuthorisedRouters
    case segmentAuthorisedRoutersSeen
    case segmentUnauthorisedRouters
    case segmentInconsistentParameters
    case segmentDifferentResolvers
    case segmentRAManaged
    case segmentRAOther
    case segmentDHCPv6Clients
    case segmentUnansweredSolicitClients
    case segmentUnansweredInformationClients
    case segmentStarvedDHCPv6Clients
    case segmentDHCPv6Answers
    case segmentDHCPv6AddressServers
    case segmentDHCPv6NoAddresses
    case segmentDHCPv6ServersSeen
    case segmentAuthorisedDHCPv6Servers
    case segmentUnauthorisedDHCPv6Servers
    case segmentSLAACOnlyHosts
    case segmentAdvertisedResolvers
    case segmentDHCPv6Resolvers
    case segmentDeprecatedPrefixesFor
    case segmentSilentlyDroppedPrefixes
    case segmentPrefixChanges
    case segmentIPv6Destinations
    case segmentIPv6SuccessShare
    case segmentIPv4SuccessShare
    case segmentNoRouteDestinations
    case segmentDNSQuestionsIPv4
    case segmentDNSQuestionsIPv6
    case segmentKnownResolvers
    case segmentKnownIPv6Resolvers
    case segmentRoutableIPv6Hosts
    case segmentLinkLocalHosts
    case segmentTunnelHosts
    case segmentOtherTunnels
    case segmentDocumentedTunnels
    case segmentUndocumentedTunnels
    case segmentNDWrongHopLimit
    case segmentNDFragmented
    case segmentRoutingHeaderType0
    case segmentFloodingRouters
    case segmentRedirectsFromNonRouters
    case segmentMismatchedLinkLayerOptions
    case segmentNAT64
    case segmentPREF64Prefixes
    case segmentDNS64
    case segmentTranslatedFlows
    case segmentFailedTranslatedFlows
    case segmentDHCPv4Clients
    case segmentOption108Share
    case segmentOption108Grants
    case segmentIPv4Flows
    case segmentIPv4LiteralHosts
    case segmentIPv4OnlyHosts
    case segmentServicesWithoutIPv6

    // MARK: A service
    case serviceHasA = 2000
    case serviceAAAARecords
    case serviceAAAAQuestions
    case serviceAAAAAnswers
    case serviceAAAAErrors
    case serviceAAAAUnansweredShare
    case serviceUnusableAAAA
    case serviceUniqueLocalAAAA
    case serviceWorksOverIPv6
    case serviceIPv6Opens
    case serviceIPv6OpenSuccesses
    case serviceIPv4OpenSuccesses

    // MARK: An agency
    case agencyPrivateIPv4Prefixes = 4000
    case agencyOverlappingIPv4Prefixes

    // MARK: The site
    case siteCaptures = 5000
    case siteUnresolvedLinks
    case siteUnauthorisedCaptures
    case siteStateSecretCaptures
    case siteAuthorisationsWithoutNotice
    case siteLargestCapturedFrame
    case siteOutsideNamesKept
    case siteCapturesPastRetention

    /// The kind of subject that has this fact.
    public var kind: SubjectKind {
        switch rawValue / 1000 {
        case 0: .host
        case 1: .segment
        case 2: .service
        case 3: .system
        case 4: .agency
        default: .site
        }
    }

    /// Its place in a `FactRow`.
    var index: Int { rawValue % 1000 }

    /// How many facts subjects of a kind have.
    static func count(of kind: SubjectKind) -> Int { counts[kind, default: 0] }

    private static let counts = Dictionary(grouping: allCases, by: \.kind).mapValues(\.count)

    /// The key of a name such as `host.ipv4Addresses`.
    public init?(name: String) {
        guard let key = Self.byName[name] else { return nil }
        self = key
    }

    private static let byName = Dictionary(
        allCases.map { ($0.definition.name, $0) }, uniquingKeysWith: { first, _ in first })
}
