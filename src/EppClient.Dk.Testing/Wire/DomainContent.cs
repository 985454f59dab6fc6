using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.Dk.Testing.Wire;

/// <summary>Converts responses about domains to the schema's types.</summary>
internal static class DomainContent
{
    private const string PendingDeletion = "pendingDeletionDate";
    private const string OfferedOnWaitingList = "offeredOnWaitingList";

    public static DkResponseContent Info(DomainView view, DkQuirks quirks)
    {
        var domain = view.Domain;
        var showsRedemptionApart = !quirks.RedemptionAsDomainStatus && view.Statuses.Contains(DomainStatuses.Redemption);

        return new DkResponseContent(new DomainInfoResult
        {
            Name = domain.Name.Unicode,
            Roid = Roids.Of(domain.Name),
            Statuses = [.. view.Statuses
                .Where(status => !showsRedemptionApart || status != DomainStatuses.Redemption)
                .Select(status => new DomainStatus { Status = new DomainStatusValue(status) })],
            Registrant = domain.Registrant,
            Contacts = view.ShowsRoles ? [Role(DomainContactRole.Administrative, domain.Administrator), Role(DomainContactRole.Billing, domain.Billing)] : [],
            NameServers = domain.NameServers.Count == 0 ? null : DomainNameServers.FromHostObjects([.. domain.NameServers.Select(name => name.Unicode)]),
            SponsoringClientId = view.Sponsor,
            CreatedDate = domain.Created,
            UpdatedDate = domain.Updated,
            ExpiryDate = domain.Expires,
        })
        {
            Extensions = [.. ExtensionsOf(view, showsRedemptionApart)],
        };
    }

    /// <summary>In the order of the registry's examples.</summary>
    private static IEnumerable<DkResponseExtension> ExtensionsOf(DomainView view, bool showsRedemptionApart)
    {
        var domain = view.Domain;
        if (showsRedemptionApart || domain.Deletion is { IsRestorable: false })
        {
            var phase = showsRedemptionApart ? RgpStatusValue.RedemptionPeriod : RgpStatusValue.PendingDelete;
            yield return DkResponseExtension.Of(new RgpInfoResult { Statuses = [new RgpStatus { Status = phase }] });
        }

        if (domain.Deletion is { } deletion)
        {
            yield return DkResponseExtension.Of(new DkDomainAdvisory { Domain = domain.Name.Unicode, Advisory = PendingDeletion, Date = deletion.Date });
        }

        yield return DkResponseExtension.Dkhm(new DkDomainInfoResult { RegistrantValidated = Digit(view.RegistrantValidated) }.Write);
        if (domain.DsRecords.Count > 0)
        {
            yield return DkResponseExtension.Of(new SecDnsInfoResult { DsData = [.. domain.DsRecords.Select(DsData)] });
        }

        yield return DkResponseExtension.Dkhm(new DkDomainInfoResult { AuthInfo = [.. view.Tokens.Select(Token)] }.Write);
        yield return DkResponseExtension.Dkhm(new DkDomainInfoResult { AutoRenew = domain.AutoRenew }.Write);
        yield return DkResponseExtension.Dkhm(new DkDomainInfoResult { Vid = domain.Vid }.Write);
    }

    public static DkResponseContent Offered(WaitingListView view) => new(new DomainInfoResult
    {
        Name = view.Name.Unicode,
        Roid = Roids.Of(view.Name),
        SponsoringClientId = DkHandle.Registry,
    })
    {
        Extensions = [DkResponseExtension.Of(new DkDomainAdvisory { Domain = view.Name.Unicode, Advisory = OfferedOnWaitingList })],
    };

    public static DkResponseContent Applied(ApplicationView view, DkQuirks quirks) => new()
    {
        Extensions =
        [
            DkResponseExtension.Dkhm(new DkDomainCreateResult
            {
                TrackingNumber = view.TrackingNumber,
                RegistrantValidated = Digit(view.RegistrantValidated),
                DomainConfirmed = quirks.DomainConfirmed ? Digit(true) : null,
            }.Write),
        ],
    };

    public static DkResponseContent Transferred(TransferView view) => new(new DomainTransferResult
    {
        Name = view.Name.Unicode,
        TransferStatus = view.WithToken ? EppTransferStatus.ClientApproved : EppTransferStatus.ServerApproved,
        RequestingClientId = view.Gaining,
        RequestDate = view.Date,
        ActingClientId = view.Losing,
        ActionDate = view.Date,
    });

    public static DkResponseContent Restored() => new()
    {
        Extensions = [DkResponseExtension.Of(new RgpUpdateResult { Statuses = [new RgpStatus { Status = RgpStatusValue.PendingRestore }] })],
    };

    public static DkResponseContent PendingAction(PendingActionView view, EppTransactionId transaction) => new(new DomainPendingActionResult
    {
        Name = view.Name,
        Succeeded = view.Succeeded,
        TransactionId = transaction,
        CompletedDate = view.Date,
    })
    {
        Extensions = view.Risk is { } risk ? [DkResponseExtension.Dkhm(new DkPollResult { RiskAssessment = DkValues.Of(risk) }.Write)] : [],
    };

    public static string Digit(bool value) => value ? "1" : "0";

#pragma warning disable CS0618 // A quirk restores the registry's earlier behavior, with these tokens.
    private static DkAuthInfo Token(DkToken token) => new()
    {
        Operation = token.Purpose == DkTokenPurpose.Transfer ? DkAuthInfoOperation.Transfer : DkAuthInfoOperation.Redelegation,
        ExpiryDate = token.Expires,
        Token = token.Value,
    };
#pragma warning restore CS0618

    private static SecDnsDsData DsData(DkDsRecord record) => new()
    {
        KeyTag = checked((ushort)record.KeyTag),
        Algorithm = checked((byte)record.Algorithm),
        DigestType = checked((byte)record.DigestType),
        Digest = EppBinary.FromHex(record.Digest),
    };

    private static DomainContact Role(DomainContactRole role, string handle) => new() { Role = role, Id = handle };
}
