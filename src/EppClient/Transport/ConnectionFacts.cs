namespace EppClient.Transport;

/// <summary>What helps to explain why the peer ended a connection.</summary>
/// <param name="ClientCertificate">The certificate that it was offered, in words; null for none.</param>
/// <param name="Proxy">What the connection goes through, in words; null for nothing.</param>
internal sealed record ConnectionFacts(string? ClientCertificate, string? Proxy)
{
    public static ConnectionFacts None { get; } = new(null, null);

    /// <summary>A sentence on the proxy, to end a text with; empty where there is none.</summary>
    public string ProxyHint => Proxy is null ? string.Empty : $" The connection goes through EppOptions.Proxy ({Proxy}); it may be the proxy that answers.";
}
