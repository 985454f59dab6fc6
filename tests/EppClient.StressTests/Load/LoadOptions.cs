namespace EppClient.StressTests.Load;

/// <summary>The command, its count, the number of sessions, and the server.</summary>
internal sealed record LoadOptions
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required string User { get; init; }

    public required string Password { get; init; }

    /// <summary>The CA of the server's certificate; null for the CAs that the system trusts.</summary>
    public FileInfo? Authority { get; init; }

    public int Sessions { get; init; } = 1;

    /// <summary>The number of commands in flight on a session.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>The number of commands that each session sends.</summary>
    public int Commands { get; init; } = 100_000;

    /// <summary>The number of commands that each session sends before the measurement.</summary>
    public int WarmUp { get; init; } = 20_000;

    public LoadVerb Verb { get; init; }

    /// <summary>The client to measure.</summary>
    public LoadClientKind Client { get; init; }
}
