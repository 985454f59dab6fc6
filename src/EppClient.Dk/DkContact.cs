using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>Commands on .dk contacts in the form that the registry requires. Contacts cannot be deleted or transferred.</summary>
public static class DkContact
{
    // Sent in place of the id: the registry generates the handle.
    internal const string Smart = "auto";
    private const string Forced = "force";

    private const string Denmark = "DK";

    /// <summary>Creates a contact, even if the account has one with the same data. The response has its handle.</summary>
    /// <param name="name">The name of a person or an organization, or of the organization's contact person.</param>
    /// <param name="address">The address. Outside Denmark, all texts must be ASCII.</param>
    /// <param name="email">The e-mail address.</param>
    /// <param name="voice">The phone number, such as <c>+45.12345678</c>.</param>
    /// <param name="details">The kind of contact, and the other fields that the registry requires.</param>
    /// <param name="organization">The organization, if <paramref name="name"/> is its contact person; never for individuals.</param>
    public static ContactCreate Create(
        string name, ContactAddress address, string email, string voice, DkContactCreate details, string? organization = null) =>
        Create(Forced, name, address, email, voice, details, organization);

    /// <summary>
    /// Creates a contact, unless the account already has one with the same data. In that case the response has the handle of the existing
    /// contact, and <see cref="IsReused"/> returns true.
    /// </summary>
    /// <inheritdoc cref="Create(string, ContactAddress, string, string, DkContactCreate, string)"/>
    public static ContactCreate CreateOrReuse(
        string name, ContactAddress address, string email, string voice, DkContactCreate details, string? organization = null) =>
        Create(Smart, name, address, email, voice, details, organization);

    /// <summary>
    /// Whether the response to <see cref="CreateOrReuse"/> has the handle of an existing contact. The registry reports this only in the
    /// text.
    /// </summary>
    /// <param name="created">The response.</param>
    public static bool IsReused(EppResponse created)
    {
        ArgumentNullException.ThrowIfNull(created);
        return created.IsSuccess && created.Message.Contains("already exists", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Changes fields of a contact. A new e-mail address takes effect once its owner confirms it (1001); all other fields change at once.
    /// Fields that are locked to a public register are refused (2304).
    /// </summary>
    /// <param name="id">The handle.</param>
    /// <param name="change">The fields of RFC 5733.</param>
    /// <param name="details">The registry's own fields.</param>
    public static ContactUpdate Update(string id, ContactChange? change = null, DkContactUpdate? details = null) => new()
    {
        Id = id,

        // The registry's documentation requires the element, its schema does not. Never send a password in it: it used to change the contact's own password.
        Change = (change ?? new ContactChange()) with { AuthInfo = ContactAuthInfo.FromPassword(string.Empty) },
        Extensions = details is null ? [] : [details],
    };

    private static ContactCreate Create(
        string id, string name, ContactAddress address, string email, string voice, DkContactCreate details, string? organization)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new ContactCreate
        {
            Id = id,
            PostalInfo = [new ContactPostalInfo { Type = FormFor(address), Name = name, Organization = organization, Address = address }],
            Voice = voice,
            Email = email,
            AuthInfo = ContactAuthInfo.FromPassword(string.Empty),
            Extensions = [details],
        };
    }

    // The registry stores the localized form of Danish addresses and the internationalized form of others.
    private static ContactPostalInfoForm FormFor(ContactAddress address) =>
        string.Equals(address.CountryCode, Denmark, StringComparison.OrdinalIgnoreCase)
            ? ContactPostalInfoForm.Localized
            : ContactPostalInfoForm.Internationalized;
}
