using System.Text;

namespace EppClient;

/// <summary>
/// A proxy between this machine and the registry. The proxy resolves the registry's host name. TLS is end-to-end, so the proxy sees neither passwords
/// nor commands.
/// </summary>
public sealed record EppProxy
{
    private const int LongestCredential = 255;

    /// <summary>The protocol of the proxy.</summary>
    public required EppProxyKind Kind { get; init; }

    /// <summary>The host name or address of the proxy.</summary>
    public required string Host { get; init; }

    /// <summary>The TCP port of the proxy; often 1080 for SOCKS, 3128 or 8080 for HTTP.</summary>
    public required int Port { get; init; }

    /// <summary>The user name for the proxy. Default: null, no authentication. Sent unencrypted to the proxy.</summary>
    public string? UserName { get; init; }

    /// <summary>The password for the proxy. Default: null. Sent unencrypted to the proxy, never logged.</summary>
    public string? Password { get; init; }

    /// <summary>Kind and address; never the credentials.</summary>
    public override string ToString() => FormattableString.Invariant($"{Kind} {Host}:{Port}");

    internal void Validate(OptionFaults faults)
    {
        HostName.Require(faults, Host, "EppProxy.Host");
        faults.RequireDefined("EppProxy.Kind", Kind);
        faults.InRange("EppProxy.Port", Port, 1, 65_535, "(a TCP port)");
        if (UserName is null && Password is not null)
        {
            faults.Add("EppProxy.Password is set although EppProxy.UserName is not.", "EppProxy.UserName");
        }

        ValidateCredential(faults, "EppProxy.UserName", UserName);
        ValidateCredential(faults, "EppProxy.Password", Password);
        if (Kind == EppProxyKind.HttpConnect && UserName?.Contains(':', StringComparison.Ordinal) == true)
        {
            faults.Add("EppProxy.UserName has a colon, which Basic authentication cannot carry (RFC 7617, section 2).", "EppProxy.UserName");
        }
    }

    // RFC 1929, section 2: one byte holds the length.
    private void ValidateCredential(OptionFaults faults, string property, string? value)
    {
        if (value is not null && Kind == EppProxyKind.Socks5 && Encoding.UTF8.GetByteCount(value) is < 1 or > LongestCredential)
        {
            faults.Add($"{property} must be 1 to {LongestCredential} bytes long.", property);
        }
    }
}

/// <summary>The protocol of a proxy.</summary>
public enum EppProxyKind
{
    /// <summary>SOCKS version 5 (RFC 1928), with user name and password (RFC 1929) if they are set.</summary>
    Socks5,

    /// <summary>HTTP CONNECT (RFC 9110, section 9.3.6), with Basic authentication (RFC 7617) if a user name is set.</summary>
    HttpConnect,
}
