using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>What the registry says of itself when a session opens, and on hello (RFC 5730, section 2.4).</summary>
public sealed record EppGreeting
{
    /// <summary>The name of the server, often with its version.</summary>
    public required string ServerId { get; init; }

    /// <summary>The server's clock.</summary>
    /// <exception cref="EppUnreadableMemberException">The greeting lacks it, or it cannot be read.</exception>
    public required DateTimeOffset ServerDate
    {
        get => ServerDateOrNull ?? throw new EppUnreadableMemberException($"{nameof(EppGreeting)}.{nameof(ServerDate)}", ReadDiagnostics.FirstOrDefault(d => d.Path == "epp/greeting/svDate"));
        init => ServerDateOrNull = value;
    }

    /// <summary>The protocol versions on offer.</summary>
    public required IReadOnlyList<string> Versions { get; init; }

    /// <summary>The languages on offer.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The namespaces of the objects on offer.</summary>
    public required IReadOnlyList<string> ObjectUris { get; init; }

    /// <summary>The namespaces of the extensions on offer.</summary>
    public IReadOnlyList<string> ExtensionUris { get; init; } = [];

    /// <summary>The data collection policy; null where the registry states none.</summary>
    public EppDataCollectionPolicy? DataCollectionPolicy { get; init; }

    /// <summary>The parts of the greeting that violate its schema; empty for none.</summary>
    public IReadOnlyList<EppReadDiagnostic> ReadDiagnostics { get; internal init; } = [];

    internal DateTimeOffset? ServerDateOrNull { get; init; }

    /// <summary>The name of the server.</summary>
    public override string ToString() => ServerId;
}
