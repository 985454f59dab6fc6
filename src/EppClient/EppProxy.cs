using System.Text;

namespace EppClient;

/// <summary>
/// A proxy between this machine and the registry. The proxy resolves the registry's name; TLS goes through it from end to end, so
/// that it sees neither passwords nor commands.
/// </summary>
public sealed record EppProxy
{
    private const int LongestCredential = 255;

    /// <summary>What the proxy speaks.</summary>
    public required EppProxyKind Kind { get; init; }

    /// <summary>The proxy's name or address.</summary>
    public required string Host { get; init; }

    /// <summary>The proxy's TCP port; often 1080 for SOCKS, 3128 or 8080 for HTTP.</summary>
    public required int Port { get; init; }

    /// <summary>The user name at the proxy. Default: null, no authentication. Sent in the clear to the proxy.</summary>
    public string? UserName { get; init; }

    /// <summary>The password at the proxy. Default: null. Sent in the clear to the proxy, never logged.</summary>
    public string? Password { get; init; }

    /// <summary>Kind and address; never the credentials.</summary>
    public override string ToString() => FormattableString.Invariant($"{Kind} {Host}:{Port}");

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(Host))
        {
            throw new ArgumentException("EppProxy.Host must not be empty.", "EppProxy.Host");
        }

        if (!Enum.IsDefined(Kind))
        {
            throw new ArgumentException("EppProxy.Kind is no kind of proxy that is known.", "EppProxy.Kind");
        }

        OptionRules.InRange("EppProxy.Port", Port, 1, 65_535, "(a TCP port)");
        if (UserName is null && Password is not null)
        {
            throw new ArgumentException("EppProxy.Password is set although EppProxy.UserName is not.", "EppProxy.UserName");
        }

        ValidateCredential("EppProxy.UserName", UserName);
        ValidateCredential("EppProxy.Password", Password);
        if (Kind == EppProxyKind.HttpConnect && UserName?.Contains(':', StringComparison.Ordinal) == true)
        {
            throw new ArgumentException("EppProxy.UserName has a colon, which Basic authentication cannot carry (RFC 7617, section 2).", "EppProxy.UserName");
        }
    }

    // RFC 1929, section 2: one octet holds the length.
    private void ValidateCredential(string property, string? value)
    {
        if (value is not null && Kind == EppProxyKind.Socks5 && Encoding.UTF8.GetByteCount(value) is < 1 or > LongestCredential)
        {
            throw new ArgumentException($"{property} must take 1 to {LongestCredential} octets.", property);
        }
    }
}

/// <summary>What a proxy speaks.</summary>
public enum EppProxyKind
{
    /// <summary>SOCKS version 5 (RFC 1928), with user name and password (RFC 1929) where they are set.</summary>
    Socks5,

    /// <summary>HTTP CONNECT (RFC 9110, section 9.3.6), with Basic authentication (RFC 7617) where a user name is set.</summary>
    HttpConnect,
}

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
