using EppClient;
using EppClient.Commands;
using EppClient.Extensions;

namespace EppConsole.Output;

/// <summary>The fields of the response to a change.</summary>
internal static class Responses
{
    /// <summary>Shown in place of data that is missing from a response.</summary>
    public static readonly IReadOnlyList<Field> NoData = [new("data", "<unreadable>")];

    public static IReadOnlyList<Field> Of(EppResponse response) =>
    [
        .. Data(response.DataElements is [var first, ..] ? first : null),
        new("rgp", response.Extension<RgpUpdateResult>()?.Statuses.Select(status => status.Status.ToString()).ToList()),
        new("pending", response.Code == EppResultCode.ActionPending ? true : null),
    ];

    /// <summary>Gets the fields of a data element, of a response or of a poll message.</summary>
    public static IReadOnlyList<Field> Data(object? element) => element switch
    {
        DomainCreateResult created => [new("name", () => created.Name), new("created", () => created.CreatedDate), new("expires", created.ExpiryDate)],
        DomainRenewResult renewed => [new("name", () => renewed.Name), new("expires", renewed.ExpiryDate)],
        DomainTransferResult transfer =>
        [
            new("name", () => transfer.Name),
            new("status", () => transfer.TransferStatus.Value),
            new("gaining", () => transfer.RequestingClientId),
            new("requested", () => transfer.RequestDate),
            new("losing", () => transfer.ActingClientId),
            new("acted", () => transfer.ActionDate),
            new("expires", transfer.ExpiryDate),
        ],
        ContactCreateResult contact => [new("id", () => contact.Id), new("created", () => contact.CreatedDate)],
        ContactTransferResult transfer =>
        [
            new("id", () => transfer.Id),
            new("status", () => transfer.TransferStatus.Value),
            new("gaining", () => transfer.RequestingClientId),
            new("requested", () => transfer.RequestDate),
            new("losing", () => transfer.ActingClientId),
            new("acted", () => transfer.ActionDate),
        ],
        HostCreateResult host => [new("name", () => host.Name), new("created", () => host.CreatedDate)],
        _ => [],
    };
}
