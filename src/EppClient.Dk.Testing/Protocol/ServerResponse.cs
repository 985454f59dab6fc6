using EppClient.Xml;

namespace EppClient.Dk.Testing.Protocol;

/// <summary>A response to a command.</summary>
internal sealed record ServerResponse(int Code, string Message)
{
    /// <summary>Why a message was refused: one sentence for each fault.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    public ServerQueue? Queue { get; init; }

    public IReadOnlyList<IEppElement> Data { get; init; } = [];

    /// <summary>Each action writes its own elements; a group writes several siblings.</summary>
    public IReadOnlyList<Action<EppXmlWriter>> Extensions { get; init; } = [];

    public string? ClientTransactionId { get; init; }

    public required string ServerTransactionId { get; init; }
}

/// <summary>The state of a message queue, with its oldest message if requested.</summary>
internal sealed record ServerQueue(int Count, long Id, DateTimeOffset? Queued = null, string? Text = null);
