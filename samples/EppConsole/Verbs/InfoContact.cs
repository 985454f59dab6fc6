using EppClient;
using EppClient.Commands;
using EppConsole.Options;
using EppConsole.Output;
using EppConsole.Registries;

namespace EppConsole.Verbs;

/// <summary>Shows a contact. The user of the command sees its data: that is the purpose of the command.</summary>
internal static class InfoContact
{
    public static async Task RunAsync(InfoQuery query, IEppClient registry, IRegistryFields fields, Printer print, CancellationToken cancellationToken)
    {
        var response = await registry.SendAsync(
            new ContactInfo(query.Name) { AuthInfo = query.AuthInfo is { } secret ? ContactAuthInfo.FromPassword(secret) : null }, cancellationToken);
        if (response.DataOrNull is not { } contact)
        {
            print.Response(response, Responses.NoData);
            return;
        }

        print.Response(
            response,
            [
                new("id", () => contact.Id),
                new("roid", () => contact.Roid),
                new("status", () => contact.Statuses.Select(status => status.Status.ToString()).ToList()),
                .. Postal(contact, ContactPostalInfoForm.Internationalized),
                .. Postal(contact, ContactPostalInfoForm.Localized),
                new("voice", Number(contact.Voice, contact.VoiceExtension)),
                new("fax", Number(contact.Fax, contact.FaxExtension)),
                new("email", () => contact.Email),
                new("disclosed", contact.Disclosure is { Allowed: true } shown ? Disclosure.FieldsOf(shown) : null),
                new("hidden", contact.Disclosure is { Allowed: false } hidden ? Disclosure.FieldsOf(hidden) : null),
                new("sponsor", () => contact.SponsoringClientId),
                new("created", () => contact.CreatedDate),
                new("createdBy", () => contact.CreatingClientId),
                new("updated", contact.UpdatedDate),
                new("updatedBy", contact.UpdatingClientId),
                new("transferred", contact.TransferDate),
                .. fields.Of(response),
            ]);
    }

    // Named as in the RFC: int is the internationalized form, in ASCII, and loc the localized one.
    private static IReadOnlyList<Field> Postal(ContactInfoResult contact, ContactPostalInfoForm form) => contact.PostalInfo.FirstOrDefault(info => info.Type == form) is not { } postal ? [] :
    [
        new(form.Value, (IReadOnlyList<Field>)
        [
            new("name", () => postal.Name),
            new("organization", postal.Organization),
            new("street", () => postal.Address.StreetLines),
            new("postalCode", () => postal.Address.PostalCode),
            new("city", () => postal.Address.City),
            new("state", () => postal.Address.StateOrProvince),
            new("country", () => postal.Address.CountryCode),
        ]),
    ];

    private static string? Number(string? number, string? extension) => extension is null ? number : $"{number} x{extension}";
}
