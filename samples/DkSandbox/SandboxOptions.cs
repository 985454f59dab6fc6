namespace DkSandbox;

/// <summary>What can be chosen on the command line.</summary>
internal sealed record SandboxOptions
{
    /// <summary>The port for EPP; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>The port for the browser; 0 for any free one.</summary>
    public int AdminPort { get; init; }

    /// <summary>Where the authority's certificate goes; null for nowhere.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>The registry to start with; null for the example.</summary>
    public string? SeedFile { get; init; }

    /// <summary>Whether it has the limitations of the registry's own sandbox.</summary>
    public bool LikeRegistrySandbox { get; init; }
}
