using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>The parts of a response, as the envelope reader found them.</summary>
internal sealed record EppResponseContent
{
    /// <summary>Those with a readable code; empty if there are none; the message then cannot complete a command.</summary>
    public required IReadOnlyList<EppResult> Results { get; init; }

    /// <summary>The first code without the announcement that the session ends; null where nobody looked.</summary>
    public EppResultCode? BaseCode { get; set; }

    public EppQueueInfo? MessageQueue { get; init; }

    public IReadOnlyList<IEppElement> Data { get; init; } = [];

    public IReadOnlyList<IEppElement> Extensions { get; init; } = [];

    public IReadOnlyList<EppUnhandledNamespace> UnhandledNamespaces { get; init; } = [];

    public string? ClientTransactionId { get; init; }

    /// <summary>Empty where the registry sent none.</summary>
    public string ServerTransactionId { get; init; } = string.Empty;

    /// <summary>The protocol extension that the registry sent instead of a response (RFC 5730, section 2.7.1); null if it sent a response.</summary>
    public EppRawElement? ProtocolExtension { get; init; }

    public IReadOnlyList<EppReadDiagnostic> ReadDiagnostics { get; init; } = [];

    /// <summary>Why the response is not well-formed; null where it is.</summary>
    public EppXmlFault? XmlFault { get; init; }

    /// <summary>The unchanged response, where the caller gets it.</summary>
    public byte[]? Document { get; set; }

    /// <summary>The evidence that replaces a response that was lost; null if the registry sent this one.</summary>
    public EppReconciliation? Reconciliation { get; init; }

    /// <summary>The error for an expected response that indicates neither success nor failure.</summary>
    public EppProtocolException WithoutResult() => ProtocolExtension is { } extension
        ? new("The registry responded with a protocol extension, which indicates neither success nor failure", "epp/extension") { ProtocolExtension = extension.Xml, IsInStep = true }
        : new("The response has no result with a code from 1000 to 2999", "epp/response/result/@code") { IsInStep = true };
}
