using System.Net;

namespace EppClient.Transport;

/// <summary>Where to connect to, and from which address of this machine where that matters to the registry.</summary>
internal sealed record ConnectTarget(string Host, int Port, IPAddress? LocalAddress = null)
{
    /// <summary>Whether it is not the registry but the proxy on the way to it.</summary>
    public bool IsProxy { get; init; }

    /// <summary>Whether it sends a greeting without a hello.</summary>
    public bool Greets { get; init; } = true;

    public override string ToString() => $"{Host}:{Port}";
}
