using EppClient.Tests.Architecture.Code;

namespace EppClient.Tests.Architecture.Layers;

/// <summary>Maps types to layers, and layers to the layers that they may use.</summary>
internal static class LayerMap
{
    private static readonly Dictionary<Layer, Layer[]> Below = new()
    {
        [Layer.Vocabulary] = [],
        [Layer.Xml] = [Layer.Vocabulary],
        [Layer.Diagnostics] = [Layer.Vocabulary],
        // Transport and Sessions do not depend on XML: another mapping of EPP could replace them below Protocol.
        [Layer.Transport] = [Layer.Vocabulary, Layer.Diagnostics],
        [Layer.Sessions] = [Layer.Vocabulary, Layer.Diagnostics, Layer.Transport],
        [Layer.Protocol] = [Layer.Vocabulary, Layer.Diagnostics, Layer.Transport, Layer.Sessions, Layer.Xml],
        [Layer.Commands] = [Layer.Vocabulary, Layer.Protocol, Layer.Xml],
        [Layer.Extensions] = [Layer.Vocabulary, Layer.Protocol, Layer.Xml, Layer.Commands],
        [Layer.Reconciliation] = [Layer.Vocabulary, Layer.Protocol, Layer.Xml, Layer.Commands, Layer.Extensions],
        [Layer.Facade] = [.. Enum.GetValues<Layer>()],
    };

    /// <summary>Types in the root namespace, where users look for them, that lower layers use.</summary>
    private static readonly Dictionary<Layer, string[]> InRoot = new()
    {
        [Layer.Vocabulary] =
        [
            "BackOff", "CancelledAfterSendException", "ClientCertificateFiles", "EppClientCertificate", "EppClientCertificateException", "EppConnectionError",
            "EppConnectionErrorExtensions", "EppConnectionException", "EppConnectionOptions", "EppCredentials", "EppDelivery", "EppDomainName",
            "EppDomainNameJsonConverter", "EppEndpoint", "EppException", "EppFrameOptions", "EppLoginOptions", "EppLoginSecurity", "EppNamespaces",
            "EppNegotiationException", "EppOptionsException", "EppPoolOptions", "EppPoolStatistics", "EppPriority", "EppProtocolException",
            "EppProxy", "EppProxyKind", "EppTimeoutException", "EppTimeoutOptions", "EppTimeoutPhase", "EppTlsOptions", "EppUserAgent",
            "EppValidationException", "EppWireMessage", "EppXmlFault", "HostName", "IEppCredentialProvider", "IEppSessionPermit", "IEppSessionQuota",
            "Jitter", "OptionFaults", "OwnerOnlyFile", "PublicKeyPin",
        ],
        [Layer.Xml] =
        [
            "EppUnreadableMemberException",
        ],
        [Layer.Protocol] =
        [
            "EppAuthenticationException", "EppClosingCode", "EppCommandException", "EppCommonSchema", "EppDataCollectionPolicy",
            "EppDataCollectionStatement", "EppEnvelope", "EppEnvelopeSchema", "EppErrorValue", "EppExtensionVersions", "EppGreeting",
            "EppGreetingChange", "EppIndeterminateCommand", "EppLoginEvent", "EppLoginEventLevel", "EppLoginEventType", "EppLoginSecurityData",
            "EppLoginSecuritySchema", "EppNotAppliedException", "EppOutcomeUnknownCanceledException", "EppOutcomeUnknownException",
            "EppPasswordPolicy", "EppPendingAction", "EppPendingOutcome", "EppProfile", "EppQueueInfo", "EppRateLimit", "EppRateLimitResponse",
            "EppRawCommand", "EppReconciliation", "EppReconciliationContext", "EppReconciliationStatus", "EppRedactor", "EppRegistryLimits",
            "EppResponse", "EppResult", "EppResultCode", "EppSessionLimitException", "EppTransactionId", "EppTransferOperation", "EppTransferStatus",
            "EppUnhandledNamespace", "EppVerb", "IEppCheckCommand", "IEppCommand", "IEppCreateCommand", "IEppDeleteCommand", "IEppExtension",
            "IEppExtensionChoice", "IEppInfoCommand", "IEppPendingActionResult", "IEppReconciler", "IEppRenewCommand", "IEppResponseExtension",
            "IEppTransferCommand", "IEppUpdateCommand", "IRegistryQueries",
        ],
        [Layer.Reconciliation] =
        [
            "ContactUpdateReconciler", "DomainUpdateReconciler", "EppExpectation", "HostUpdateReconciler", "IEppExtensionComparer",
        ],
    };

    private static readonly Dictionary<string, Layer> Root =
        InRoot.SelectMany(layer => layer.Value, (layer, type) => (layer.Key, Type: type)).ToDictionary(entry => entry.Type, entry => entry.Key, StringComparer.Ordinal);

    public static bool MayUse(Layer user, Layer used) => user == used || Below[user].Contains(used);

    /// <summary>Returns the layer of a type; null for types that the compiler adds outside of our namespaces.</summary>
    public static Layer? Of(TypeName type) => type.Outermost switch
    {
        { Namespace: "EppClient", Name: var name } => Root.GetValueOrDefault(name, Layer.Facade),
        { Namespace: "EppClient.Xml" or "EppClient.Xml.Codec" or "EppClient.Xml.Patterns" } => Layer.Xml,
        { Namespace: "EppClient.Diagnostics" } => Layer.Diagnostics,
        { Namespace: "EppClient.Transport" } => Layer.Transport,
        { Namespace: "EppClient.Sessions" } => Layer.Sessions,
        { Namespace: "EppClient.Protocol" or "EppClient.Authentication" or "EppClient.RateLimiting" or "EppClient.PendingActions" } => Layer.Protocol,
        { Namespace: "EppClient.Recovery.Reconcilers" } => Layer.Reconciliation,
        { Namespace: "EppClient.Polling" or "EppClient.Bulk" or "EppClient.Recovery" } => Layer.Facade,
        { Namespace: "Microsoft.Extensions.DependencyInjection" } => Layer.Facade,
        { Namespace: var name } when name.StartsWith("EppClient.Commands", StringComparison.Ordinal) => Layer.Commands,
        { Namespace: var name } when name.StartsWith("EppClient.Extensions", StringComparison.Ordinal) => Layer.Extensions,
        { Namespace: var name } when name.StartsWith("EppClient.", StringComparison.Ordinal) =>
            throw new InvalidOperationException($"{type} is in a namespace without a layer; add its layer to {nameof(LayerMap)}."),
        _ => null,
    };

    public static IEnumerable<string> RootTypes => Root.Keys;
}
