namespace DkSandbox;

/// <summary>The options of the command line.</summary>
internal sealed record SandboxOptions
{
    /// <summary>The port for EPP; 0 for any free port.</summary>
    public int Port { get; init; }

    /// <summary>The port for the browser; 0 for any free port.</summary>
    public int AdminPort { get; init; }

    /// <summary>The file for the authority's certificate; null for none.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>The registry to start with; null for the example.</summary>
    public string? SeedFile { get; init; }

    /// <summary>Whether it has the limitations of the registry's own sandbox.</summary>
    public bool LikeRegistrySandbox { get; init; }
}
