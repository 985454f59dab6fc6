namespace EppClient;

/// <summary>A server of a registry.</summary>
/// <param name="Host">The host name of the server.</param>
/// <param name="Port">The TCP port. Default: 700 (RFC 5734, section 3).</param>
public sealed record EppEndpoint(string Host, int Port = 700)
{
    internal void Validate(OptionFaults faults, string property)
    {
        HostName.Require(faults, Host, $"{property}.Host");
        faults.InRange($"{property}.Port", Port, 1, 65_535, "(a TCP port)");
    }

    /// <summary>Name and port.</summary>
    public override string ToString() => FormattableString.Invariant($"{Host}:{Port}");
}
