using System.Security.Cryptography;

namespace EppClient.Commands;

/// <summary>
/// Authorization information for one transfer: random, from the system's cryptographic generator, and never weaker than RFC 9154, section
/// 4.1 asks for. Give it to the registrant, set it with an update, and keep no copy: the registry takes it away when the transfer is done.
/// </summary>
/// <remarks>Never printed. Immutable and safe for use by several threads.</remarks>
public sealed class SecureAuthInfo
{
    private SecureAuthInfo(string value) => Value = value;

    /// <summary>The text. A secret.</summary>
    public string Value { get; }

    /// <summary>Makes a new one by the default policy: 20 characters.</summary>
    public static SecureAuthInfo Generate() => Generate(SecureAuthInfoPolicy.Default);

    /// <summary>Makes a new one.</summary>
    /// <param name="policy">Length and characters, as the registry wants them.</param>
    /// <exception cref="ArgumentException">The policy allows only values that can be guessed.</exception>
    public static SecureAuthInfo Generate(SecureAuthInfoPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        policy.Validate();
        string value;
        do
        {
            value = RandomNumberGenerator.GetString(policy.Characters, policy.Length);
        }
        while (!policy.Accepts(value));

        return new SecureAuthInfo(value);
    }

    /// <summary>Never the value.</summary>
    public override string ToString() => "***";
}

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

/// <summary>
/// Commands with which contacts change registrar by RFC 9154: a contact has authorization information for as long as a transfer takes, and
/// else none. Sessions announce the practice where the greeting offers it.
/// </summary>
public static class SecureContactTransfer
{
    /// <summary>No authorization information: what to create contacts with (section 5.1), and what takes it away again.</summary>
    public static ContactAuthInfo NoAuthInfo { get; } = ContactAuthInfo.FromPassword(string.Empty);

    /// <summary>Lets a contact go: sets the authorization information for the new registrar (section 5.2).</summary>
    /// <param name="id">The contact's id.</param>
    /// <param name="authInfo">The authorization information.</param>
    public static ContactUpdate Release(string id, SecureAuthInfo authInfo)
    {
        ArgumentNullException.ThrowIfNull(authInfo);
        return Change(id, ContactAuthInfo.FromPassword(authInfo.Value));
    }

    /// <summary>Takes the authorization information away again: the transfer is off, or has taken too long (section 5.2).</summary>
    /// <param name="id">The contact's id.</param>
    public static ContactUpdate Unset(string id) => Change(id, NoAuthInfo);

    /// <summary>Asks whether the authorization information is right (section 5.3). The registry answers 2202 where it is not.</summary>
    /// <param name="id">The contact's id.</param>
    /// <param name="authInfo">What the contact's owner brings.</param>
    public static ContactInfo Verify(string id, string authInfo) => new(id) { AuthInfo = ContactAuthInfo.FromPassword(authInfo) };

    /// <summary>Takes a contact over (section 5.4).</summary>
    /// <param name="id">The contact's id.</param>
    /// <param name="authInfo">What the contact's owner brings.</param>
    public static ContactTransfer Request(string id, string authInfo) =>
        new(EppTransferOperation.Request, id) { AuthInfo = ContactAuthInfo.FromPassword(authInfo) };

    private static ContactUpdate Change(string id, ContactAuthInfo authInfo) => new(id) { Change = new ContactChange { AuthInfo = authInfo } };
}
