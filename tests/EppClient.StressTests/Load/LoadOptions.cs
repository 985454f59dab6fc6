namespace EppClient.StressTests.Load;

/// <summary>What is sent, how often, over how many sessions, and to whom.</summary>
internal sealed record LoadOptions
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required string User { get; init; }

    public required string Password { get; init; }

    /// <summary>The authority that the server's certificate comes from; null for those that the system trusts.</summary>
    public FileInfo? Authority { get; init; }

    public int Sessions { get; init; } = 1;

    /// <summary>How many commands are outstanding on a session.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>How many commands each session sends.</summary>
    public int Commands { get; init; } = 100_000;

    /// <summary>How many commands each session sends before anything is measured.</summary>
    public int WarmUp { get; init; } = 20_000;

    public LoadVerb Verb { get; init; }

    /// <summary>What is measured.</summary>
    public LoadClientKind Client { get; init; }
}
