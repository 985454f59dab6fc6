using EppClient.Xml;

namespace EppClient.Dk.Testing.Protocol;

/// <summary>An answer to a command, to be written.</summary>
internal sealed record ServerResponse(int Code, string Message)
{
    /// <summary>Why a message was refused: a sentence for each fault.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    public ServerQueue? Queue { get; init; }

    public IReadOnlyList<IEppElement> Data { get; init; } = [];

    /// <summary>Each writes its own elements; a group writes several siblings.</summary>
    public IReadOnlyList<Action<EppXmlWriter>> Extensions { get; init; } = [];

    public string? ClientTransactionId { get; init; }

    public required string ServerTransactionId { get; init; }
}

/// <summary>The state of a message queue, with its oldest message where that was asked for.</summary>
internal sealed record ServerQueue(int Count, long Id, DateTimeOffset? Queued = null, string? Text = null);
