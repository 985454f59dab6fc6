using System.Security.Cryptography;

namespace EppClient.Commands;

/// <summary>
/// Authorization information for one transfer: random, from the system's cryptographic generator, and at least as strong as RFC 9154, section 4.1
/// requires. Give it to the registrant, set it with an update, and keep no copy: the registry removes it when the transfer is complete.
/// </summary>
/// <remarks><see cref="ToString"/> does not return the value. Immutable and thread-safe.</remarks>
public sealed class SecureAuthInfo
{
    private SecureAuthInfo(string value) => Value = value;

    /// <summary>The text, which is secret.</summary>
    public string Value { get; }

    /// <summary>Generates a value with the default policy: 20 characters.</summary>
    public static SecureAuthInfo Generate() => Generate(SecureAuthInfoPolicy.Default);

    /// <summary>Generates a value.</summary>
    /// <param name="policy">The policy: length and characters that the registry requires.</param>
    /// <exception cref="ArgumentException">The entropy of values of the policy is too low.</exception>
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

    /// <summary>Returns <c>***</c>, never the value.</summary>
    public override string ToString() => "***";
}

/// <summary>
/// Commands to transfer domain names according to RFC 9154: a domain name has authorization information only while a transfer is in progress.
/// <see cref="DomainTransfer.Request"/> requests the transfer (section 5.4). Sessions announce the practice if the greeting offers it.
/// </summary>
public static class SecureDomainTransfer
{
    /// <summary>No authorization information, for creating domain names (section 5.1).</summary>
    public static DomainAuthInfo NoAuthInfo { get; } = DomainAuthInfo.FromPassword(string.Empty);

    /// <summary>Releases a domain name: sets the authorization information that the registrant gives to the new registrar (section 5.2).</summary>
    /// <param name="name">The fully qualified domain name.</param>
    /// <param name="authInfo">The authorization information.</param>
    public static DomainUpdate Release(string name, SecureAuthInfo authInfo)
    {
        ArgumentNullException.ThrowIfNull(authInfo);
        return Change(name, DomainAuthInfoChange.FromPassword(authInfo.Value));
    }

    /// <summary>Removes the authorization information when the transfer is cancelled or has taken too long (section 5.2).</summary>
    /// <param name="name">The fully qualified domain name.</param>
    public static DomainUpdate Unset(string name) => Change(name, DomainAuthInfoChange.Remove);

    /// <summary>Checks whether the authorization information of a registrant is correct (section 5.3). The registry responds with 2202 if it is not.</summary>
    /// <param name="name">The fully qualified domain name.</param>
    /// <param name="authInfo">The authorization information from the registrant.</param>
    public static DomainInfo Verify(string name, string authInfo) => new(name) { AuthInfo = DomainAuthInfo.FromPassword(authInfo) };

    private static DomainUpdate Change(string name, DomainAuthInfoChange authInfo) => new(name) { Change = new DomainChange { AuthInfo = authInfo } };
}

/// <summary>
/// Commands to transfer contacts according to RFC 9154: a contact has authorization information only while a transfer is in progress.
/// <see cref="ContactTransfer.Request"/> requests the transfer (section 5.4). Sessions announce the practice if the greeting offers it.
/// </summary>
public static class SecureContactTransfer
{
    /// <summary>No authorization information, for creating contacts (section 5.1) and for removing it.</summary>
    public static ContactAuthInfo NoAuthInfo { get; } = ContactAuthInfo.FromPassword(string.Empty);

    /// <summary>Releases a contact: sets the authorization information for the new registrar (section 5.2).</summary>
    /// <param name="id">The contact's id.</param>
    /// <param name="authInfo">The authorization information.</param>
    public static ContactUpdate Release(string id, SecureAuthInfo authInfo)
    {
        ArgumentNullException.ThrowIfNull(authInfo);
        return Change(id, ContactAuthInfo.FromPassword(authInfo.Value));
    }

    /// <summary>Removes the authorization information when the transfer is cancelled or has taken too long (section 5.2).</summary>
    /// <param name="id">The contact's id.</param>
    public static ContactUpdate Unset(string id) => Change(id, NoAuthInfo);

    /// <summary>Checks whether the authorization information is correct (section 5.3). The registry responds with 2202 if it is not.</summary>
    /// <param name="id">The contact's id.</param>
    /// <param name="authInfo">The authorization information from the contact's owner.</param>
    public static ContactInfo Verify(string id, string authInfo) => new(id) { AuthInfo = ContactAuthInfo.FromPassword(authInfo) };

    private static ContactUpdate Change(string id, ContactAuthInfo authInfo) => new(id) { Change = new ContactChange { AuthInfo = authInfo } };
}
