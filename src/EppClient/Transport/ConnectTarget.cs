using System.Net;

namespace EppClient.Transport;

/// <summary>Where to connect to, and from which address of this machine where that matters to the registry.</summary>
internal sealed record ConnectTarget(string Host, int Port, IPAddress? LocalAddress = null)
{
    public override string ToString() => $"{Host}:{Port}";
}
