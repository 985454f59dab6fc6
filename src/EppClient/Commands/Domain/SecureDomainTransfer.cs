using EppClient.Protocol;

namespace EppClient.Commands.Domain;

/// <summary>
/// Commands with which domain names change registrar by RFC 9154: a domain name has authorization information for as long as a transfer
/// takes, and else none. Sessions announce the practice where the greeting offers it.
/// </summary>
public static class SecureDomainTransfer
{
    /// <summary>No authorization information: what to create domain names with (section 5.1).</summary>
    public static DomainAuthInfo NoAuthInfo { get; } = DomainAuthInfo.FromPassword(string.Empty);

    /// <summary>Lets a domain name go: sets the authorization information that the registrant gives to the new registrar (section 5.2).</summary>
    /// <param name="name">The fully qualified domain name.</param>
    /// <param name="authInfo">The authorization information.</param>
    public static DomainUpdate Release(string name, SecureAuthInfo authInfo)
    {
        ArgumentNullException.ThrowIfNull(authInfo);
        return Change(name, DomainAuthInfoChange.FromPassword(authInfo.Value));
    }

    /// <summary>Takes the authorization information away again: the transfer is off, or has taken too long (section 5.2).</summary>
    /// <param name="name">The fully qualified domain name.</param>
    public static DomainUpdate Unset(string name) => Change(name, DomainAuthInfoChange.Remove);

    /// <summary>Asks whether the authorization information that a registrant brings is right (section 5.3). The registry answers 2202 where it is not.</summary>
    /// <param name="name">The fully qualified domain name.</param>
    /// <param name="authInfo">What the registrant brings.</param>
    public static DomainInfo Verify(string name, string authInfo) => new(name) { AuthInfo = DomainAuthInfo.FromPassword(authInfo) };

    /// <summary>Takes a domain name over (section 5.4).</summary>
    /// <param name="name">The fully qualified domain name.</param>
    /// <param name="authInfo">What the registrant brings.</param>
    public static DomainTransfer Request(string name, string authInfo) =>
        new(EppTransferOperation.Request, name) { AuthInfo = DomainAuthInfo.FromPassword(authInfo) };

    private static DomainUpdate Change(string name, DomainAuthInfoChange authInfo) => new(name) { Change = new DomainChange { AuthInfo = authInfo } };
}
