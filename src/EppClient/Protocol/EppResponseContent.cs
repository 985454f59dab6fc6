using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>The parts of a response, as the envelope reader found them.</summary>
internal sealed record EppResponseContent
{
    public required IReadOnlyList<EppResult> Results { get; init; }

    /// <summary>The first code without the announcement that the session ends; null where nobody looked.</summary>
    public EppResultCode? BaseCode { get; set; }

    public EppQueueInfo? MessageQueue { get; init; }

    public IReadOnlyList<IEppElement> Data { get; init; } = [];

    public IReadOnlyList<IEppElement> Extensions { get; init; } = [];

    public IReadOnlyList<EppUnhandledNamespace> UnhandledNamespaces { get; init; } = [];

    public string? ClientTransactionId { get; init; }

    public required string ServerTransactionId { get; init; }
}
