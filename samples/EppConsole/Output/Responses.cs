using EppClient;
using EppClient.Commands;

namespace EppConsole.Output;

/// <summary>The fields of the response to a change.</summary>
internal static class Responses
{
    /// <summary>Shown in place of data that is missing from a response.</summary>
    public static readonly IReadOnlyList<Field> NoData = [new("data", "<unreadable>")];

    public static IReadOnlyList<Field> Of(EppResponse response) => (response.DataElements is [var first, ..] ? first : null) switch
    {
        DomainCreateResult created => [new("name", () => created.Name), new("created", () => created.CreatedDate), new("expires", created.ExpiryDate)],
        DomainRenewResult renewed => [new("name", () => renewed.Name), new("expires", renewed.ExpiryDate)],
        DomainTransferResult transfer =>
        [
            new("name", () => transfer.Name),
            new("status", () => transfer.TransferStatus.Value),
            new("gaining", () => transfer.RequestingClientId),
            new("losing", () => transfer.ActingClientId),
        ],
        ContactCreateResult contact => [new("id", () => contact.Id), new("created", () => contact.CreatedDate)],
        HostCreateResult host => [new("name", () => host.Name), new("created", () => host.CreatedDate)],
        _ => [],
    };
}
