namespace EppClient.Testing.Server;

/// <summary>The port and limits of an <see cref="EppTestServer"/>.</summary>
public sealed record EppTestServerOptions
{
    /// <summary>The port on loopback. Default: 0, any free port.</summary>
    public int Port { get; init; }

    /// <summary>The certificates. Default: null, generated for the server and disposed with it. The caller has to dispose given certificates.</summary>
    public EppTestCertificates? Certificates { get; init; }

    /// <summary>How long a connection may be idle. Default: 300 seconds.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How long a session lasts after its login. Default: 8 hours.</summary>
    public TimeSpan SessionLife { get; init; } = TimeSpan.FromHours(8);

    /// <summary>The maximum size of a frame, including the header; a larger one closes the connection without a response. Default: 262,144 bytes.</summary>
    public int MaxFrameBytes { get; init; } = 262_144;

    /// <summary>
    /// Receives every message, including greetings. Default: null, none. Called by many sessions concurrently; an exception that it throws
    /// does not affect the session and is thrown when the server is disposed.
    /// </summary>
    public Action<ServerFrame>? FrameObserver { get; init; }

    /// <summary>The clock for these limits. Default: the system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
