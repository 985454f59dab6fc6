using EppClient.Commands;

namespace EppClient.Dk;

/// <summary>The commands on .dk contacts whose form is the registry's own. Contacts cannot be deleted or transferred.</summary>
public static class DkContact
{
    // What stands in place of the id: the registry makes the handle.
    internal const string Smart = "auto";
    private const string Forced = "force";

    private const string Denmark = "DK";

    /// <summary>Makes a new contact in any case. The answer has its handle.</summary>
    /// <param name="name">A person's name, or that of an organization or its attention person.</param>
    /// <param name="address">The address. Outside of Denmark all texts must be ASCII.</param>
    /// <param name="email">The e-mail address.</param>
    /// <param name="voice">The phone number, such as <c>+45.12345678</c>.</param>
    /// <param name="details">The kind of contact, and what else the registry wants to know.</param>
    /// <param name="organization">The organization, where <paramref name="name"/> is its attention person; never for individuals.</param>
    public static ContactCreate Create(
        string name, ContactAddress address, string email, string voice, DkContactCreate details, string? organization = null) =>
        Create(Forced, name, address, email, voice, details, organization);

    /// <summary>
    /// Makes a new contact, unless the account has one with the same data already: then the answer has the handle of that one,
    /// and <see cref="IsReused"/> tells.
    /// </summary>
    /// <inheritdoc cref="Create(string, ContactAddress, string, string, DkContactCreate, string)"/>
    public static ContactCreate CreateOrReuse(
        string name, ContactAddress address, string email, string voice, DkContactCreate details, string? organization = null) =>
        Create(Smart, name, address, email, voice, details, organization);

    /// <summary>
    /// Whether the answer to <see cref="CreateOrReuse"/> has the handle of a contact that was there before. The registry says so
    /// in the text only.
    /// </summary>
    /// <param name="created">The answer.</param>
    public static bool IsReused(EppResponse created)
    {
        ArgumentNullException.ThrowIfNull(created);
        return created.IsSuccess && created.Message.Contains("already exists", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Changes fields of a contact. A new e-mail address waits for its owner's confirmation (1001) while all other fields
    /// change at once; fields locked to a public register are refused (2304).
    /// </summary>
    /// <param name="id">The handle.</param>
    /// <param name="change">The fields of RFC 5733.</param>
    /// <param name="details">The fields of the registry.</param>
    public static ContactUpdate Update(string id, ContactChange? change = null, DkContactUpdate? details = null) => new()
    {
        Id = id,

        // The registry's text wants the element, its schema does not. Never a password in it: that once changed the contact's own.
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

    // Of Danish addresses the registry keeps the localized form, of others the internationalized one.
    private static ContactPostalInfoForm FormFor(ContactAddress address) =>
        string.Equals(address.CountryCode, Denmark, StringComparison.OrdinalIgnoreCase)
            ? ContactPostalInfoForm.Localized
            : ContactPostalInfoForm.Internationalized;
}
