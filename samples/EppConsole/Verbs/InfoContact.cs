using EppClient;
using EppClient.Commands;
using EppConsole.Output;

namespace EppConsole.Verbs;

/// <summary>Shows a contact. The user of the command sees its data: that is the purpose of the command.</summary>
internal static class InfoContact
{
    public static async Task RunAsync(string id, IEppClient registry, Printer print, CancellationToken cancellationToken)
    {
        var response = await registry.SendAsync(new ContactInfo(id), cancellationToken);
        if (response.DataOrNull is not { } contact)
        {
            print.Response(response, Responses.NoData);
            return;
        }

        print.Response(
            response,
            new("id", () => contact.Id),
            new("roid", () => contact.Roid),
            new("status", () => contact.Statuses.Select(status => status.Status.ToString()).ToList()),
            new("name", () => contact.PostalInfo.Select(postal => postal.Name).ToList()),
            new("organization", () => contact.PostalInfo.Select(postal => postal.Organization).OfType<string>().ToList()),
            new("address", () => contact.PostalInfo.Select(postal => AddressOf(postal.Address)).ToList()),
            new("voice", contact.Voice),
            new("email", () => contact.Email),
            new("sponsor", () => contact.SponsoringClientId),
            new("created", () => contact.CreatedDate),
            new("updated", contact.UpdatedDate));
    }

    private static string AddressOf(ContactAddress address) =>
        string.Join(", ", ((string?[])[.. address.StreetLines, address.PostalCode, address.City, address.StateOrProvince, address.CountryCode]).Where(part => !string.IsNullOrEmpty(part)));
}
