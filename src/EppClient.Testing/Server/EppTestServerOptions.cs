namespace EppClient.Testing.Server;

/// <summary>Port and limits of an <see cref="EppTestServer"/>.</summary>
public sealed record EppTestServerOptions
{
    /// <summary>The port on loopback. Default: 0, any free one.</summary>
    public int Port { get; init; }

    /// <summary>The certificates that it shows. Default: null, made for it and disposed with it. Those given stay yours to dispose.</summary>
    public EppTestCertificates? Certificates { get; init; }

    /// <summary>How long a connection may be silent. Default: 300 seconds.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How long a session lives after its login. Default: 8 hours.</summary>
    public TimeSpan SessionLife { get; init; } = TimeSpan.FromHours(8);

    /// <summary>The largest frame taken, header included; a larger one closes the connection without an answer. Default: 262,144 octets.</summary>
    public int MaxFrameBytes { get; init; } = 262_144;

    /// <summary>
    /// Receives every message, greetings included. Default: null, none. Called by many sessions at once; an exception that it throws
    /// does not affect the session and is thrown when the server is disposed.
    /// </summary>
    public Action<ServerFrame>? FrameObserver { get; init; }

    /// <summary>The clock of these limits. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
