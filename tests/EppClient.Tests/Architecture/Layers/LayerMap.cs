using EppClient.Tests.Architecture.Code;

namespace EppClient.Tests.Architecture.Layers;

/// <summary>Which type belongs to which layer, and which layers it may use.</summary>
internal static class LayerMap
{
    private static readonly Dictionary<Layer, Layer[]> Below = new()
    {
        [Layer.Vocabulary] = [],
        [Layer.Xml] = [Layer.Vocabulary],
        [Layer.Diagnostics] = [Layer.Vocabulary],
        // Octets and sessions know no XML: another mapping of EPP could take their place below Protocol.
        [Layer.Transport] = [Layer.Vocabulary, Layer.Diagnostics],
        [Layer.Sessions] = [Layer.Vocabulary, Layer.Diagnostics, Layer.Transport],
        [Layer.Protocol] = [Layer.Vocabulary, Layer.Diagnostics, Layer.Transport, Layer.Sessions, Layer.Xml],
        [Layer.Commands] = [Layer.Vocabulary, Layer.Protocol, Layer.Xml],
        [Layer.Extensions] = [Layer.Vocabulary, Layer.Protocol, Layer.Xml, Layer.Commands],
        [Layer.Reconciliation] = [Layer.Vocabulary, Layer.Protocol, Layer.Xml, Layer.Commands, Layer.Extensions],
        [Layer.Facade] = [.. Enum.GetValues<Layer>()],
    };

    /// <summary>Types that live in the root namespace, where users look for them, but are used by the layers below.</summary>
    private static readonly Dictionary<string, Layer> Root = new(StringComparer.Ordinal)
    {
        ["CancelledAfterSendException"] = Layer.Vocabulary,
        ["ClientCertificateFiles"] = Layer.Vocabulary,
        ["EppClientCertificate"] = Layer.Vocabulary,
        ["EppClientCertificateException"] = Layer.Vocabulary,
        ["EppConnectionError"] = Layer.Vocabulary,
        ["EppConnectionErrorExtensions"] = Layer.Vocabulary,
        ["EppConnectionException"] = Layer.Vocabulary,
        ["EppCredentials"] = Layer.Vocabulary,
        ["EppDelivery"] = Layer.Vocabulary,
        ["EppEndpoint"] = Layer.Vocabulary,
        ["EppException"] = Layer.Vocabulary,
        ["EppFrameOptions"] = Layer.Vocabulary,
        ["EppLane"] = Layer.Vocabulary,
        ["EppLoginSecurity"] = Layer.Vocabulary,
        ["EppNamespaces"] = Layer.Vocabulary,
        ["EppNegotiationException"] = Layer.Vocabulary,
        ["EppPhase"] = Layer.Vocabulary,
        ["EppPoolOptions"] = Layer.Vocabulary,
        ["EppProtocolException"] = Layer.Vocabulary,
        ["EppProxy"] = Layer.Vocabulary,
        ["EppProxyKind"] = Layer.Vocabulary,
        ["EppTimeoutException"] = Layer.Vocabulary,
        ["EppTimeoutOptions"] = Layer.Vocabulary,
        ["EppTlsOptions"] = Layer.Vocabulary,
        ["EppUserAgent"] = Layer.Vocabulary,
        ["EppValidationException"] = Layer.Vocabulary,
        ["EppWireMessage"] = Layer.Vocabulary,
        ["EppXmlFault"] = Layer.Vocabulary,
        ["IEppCredentialProvider"] = Layer.Vocabulary,
        ["IEppSessionPermit"] = Layer.Vocabulary,
        ["IEppSessionQuota"] = Layer.Vocabulary,
        ["OptionRules"] = Layer.Vocabulary,
        ["PublicKeyPin"] = Layer.Vocabulary,
        // It contains the diagnostics of a message.
        ["EppUnreadableMemberException"] = Layer.Xml,
        // They carry the registry's answer.
        ["EppAuthenticationException"] = Layer.Protocol,
        ["EppCommandException"] = Layer.Protocol,
        ["EppNotAppliedException"] = Layer.Protocol,
        ["EppOutcomeUnknownCanceledException"] = Layer.Protocol,
        ["EppOutcomeUnknownException"] = Layer.Protocol,
        ["EppSessionLimitException"] = Layer.Protocol,
    };

    public static bool MayUse(Layer user, Layer used) => user == used || Below[user].Contains(used);

    /// <summary>The layer of a type; null for types that the compiler adds outside of our namespaces.</summary>
    public static Layer? Of(TypeName type) => type.Outermost switch
    {
        { Namespace: "EppClient", Name: var name } => Root.GetValueOrDefault(name, Layer.Facade),
        { Namespace: "EppClient.Xml" or "EppClient.Xml.Codec" or "EppClient.Xml.Patterns" } => Layer.Xml,
        { Namespace: "EppClient.Diagnostics" } => Layer.Diagnostics,
        { Namespace: "EppClient.Transport" or "EppClient.Transport.Proxies" } => Layer.Transport,
        { Namespace: "EppClient.Sessions" } => Layer.Sessions,
        { Namespace: "EppClient.Protocol" } => Layer.Protocol,
        { Namespace: "EppClient.Reconciliation" } => Layer.Reconciliation,
        { Namespace: "EppClient.Polling" or "EppClient.Bulk" } => Layer.Facade,
        { Namespace: "Microsoft.Extensions.DependencyInjection" } => Layer.Facade,
        { Namespace: var name } when name.StartsWith("EppClient.Commands", StringComparison.Ordinal) => Layer.Commands,
        { Namespace: var name } when name.StartsWith("EppClient.Extensions", StringComparison.Ordinal) => Layer.Extensions,
        { Namespace: var name } when name.StartsWith("EppClient.", StringComparison.Ordinal) =>
            throw new InvalidOperationException($"{type} is in a namespace that belongs to no layer; name its layer in {nameof(LayerMap)}."),
        _ => null,
    };

    public static IEnumerable<string> RootTypes => Root.Keys;
}
