using EppClient.Protocol;

namespace EppClient.Commands.Contact;

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
