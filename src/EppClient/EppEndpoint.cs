namespace EppClient;

/// <summary>A server of a registry.</summary>
/// <param name="Host">The name of the server.</param>
/// <param name="Port">The TCP port. Default: 700 (RFC 5734, section 3).</param>
public sealed record EppEndpoint(string Host, int Port = 700)
{
    internal void Validate(string property)
    {
        if (string.IsNullOrWhiteSpace(Host))
        {
            throw new ArgumentException($"A host in {property} is empty.", property);
        }

        OptionRules.InRange($"A port in {property}", Port, 1, 65_535, "(TCP ports)");
    }

    /// <summary>Name and port.</summary>
    public override string ToString() => FormattableString.Invariant($"{Host}:{Port}");
}
