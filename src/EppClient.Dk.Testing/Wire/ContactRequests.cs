using EppClient.Commands;
using EppClient.Xml;

namespace EppClient.Dk.Testing.Wire;

/// <summary>Converts contact commands to the requests that the rules use.</summary>
internal static class ContactRequests
{
    public static ContactCreateRequest From(ContactCreate command, IReadOnlyList<IEppElement> extensions)
    {
        var fields = new DkFields(extensions);
        return new ContactCreateRequest(
            command.Id,
            [.. command.PostalInfo.Select(form => Form(form.Type, form.Name, form.Organization, form.Address))],
            command.Email,
            fields.OfContact(NullIfEmpty(command.Voice)))
        {
            IsRegistrantManaged = fields.Management == DkManagement.Registrant,
        };
    }

    public static ContactUpdateRequest From(ContactUpdate command, IReadOnlyList<IEppElement> extensions)
    {
        var change = command.Change;
        return new ContactUpdateRequest(command.Id, new DkFields(extensions).OfContact(change?.Voice))
        {
            PostalForms = change is null ? [] : [.. change.PostalInfo.Select(form => Form(form.Type, form.Name, form.Organization, form.Address))],
            Email = change?.Email,
            Password = change?.AuthInfo?.Password,
            HasStatuses = command is { Add.Statuses.Count: > 0 } or { Remove.Statuses.Count: > 0 },
        };
    }

    private static PostalForm Form(ContactPostalInfoForm type, string? name, string? organization, ContactAddress? address) => new(
        type == ContactPostalInfoForm.Internationalized,
        name,
        NullIfEmpty(organization),
        address is null
            ? null
            : new DkAddress
            {
                Street = address.StreetLines,
                City = address.City,
                StateOrProvince = NullIfEmpty(address.StateOrProvince),
                PostalCode = NullIfEmpty(address.PostalCode),
                CountryCode = address.CountryCode.ToUpperInvariant(),
            });

    // The registry ignores optional fields that were sent empty.
    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
