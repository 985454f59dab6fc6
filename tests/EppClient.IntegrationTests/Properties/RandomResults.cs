using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Properties;

/// <summary>Random response data in all forms that the schemas allow.</summary>
internal sealed class RandomResults(RandomValues values)
{
    private readonly RandomCommands _parts = new(values);

    public IEppElement Next() => values.Random.Next(8) switch
    {
        0 => DomainInfo(),
        1 => new DomainCheckResult { Items = values.Some(1, 4, CheckItem) },
        2 => new DomainPendingActionResult
        {
            Name = values.Name(),
            Succeeded = values.Flag(),
            TransactionId = new EppTransactionId { ClientTransactionId = values.Maybe(() => "C-1"), ServerTransactionId = "S-1" },
            CompletedDate = values.Moment(),
        },
        3 => new DomainTransferResult
        {
            Name = values.Name(),
            TransferStatus = values.OneOf(EppTransferStatus.Pending, EppTransferStatus.ServerApproved),
            RequestingClientId = "REG-1",
            RequestDate = values.Moment(),
            ActingClientId = "REG-2",
            ActionDate = values.Moment(),
            ExpiryDate = values.MaybeValue(values.Moment),
        },
        4 => ContactInfo(),
        5 => HostInfo(),
        6 => new BalanceInfoResult
        {
            CreditLimit = Amount(),
            Balance = -Amount(),
            AvailableCredit = Amount(),
            CreditThreshold = values.Flag() ? BalanceCreditThreshold.FromFixed(Amount()) : BalanceCreditThreshold.FromPercent(values.Random.Next(1, 100)),
        },
        _ => new DomainRenewResult { Name = values.Name(), ExpiryDate = values.MaybeValue(values.Moment) },
    };

    public SecDnsInfoResult SecDnsInfo() => new()
    {
        MaximumSignatureLifetime = values.MaybeValue(() => values.Random.Next(1, int.MaxValue)),
        DsData = values.Some(1, 4, _parts.DsData),
    };

    private DomainInfoResult DomainInfo() => new()
    {
        Name = values.Name(),
        Roid = "D1-DK",
        Statuses = values.Some(0, 3, () => new DomainStatus { Status = DomainStatusValue.ClientHold, Text = values.Token(0, 30), Language = values.OneOf("da", "en") }),
        Registrant = values.Maybe(values.Id),
        NameServers = values.Maybe(_parts.NameServers),
        SubordinateHosts = values.Some(0, 3, values.Name),
        SponsoringClientId = "REG-1",
        CreatingClientId = values.Maybe(() => "REG-2"),
        CreatedDate = values.MaybeValue(values.Moment),
        UpdatingClientId = values.Maybe(() => "REG-3"),
        UpdatedDate = values.MaybeValue(values.Moment),
        ExpiryDate = values.MaybeValue(values.Moment),
        TransferDate = values.MaybeValue(values.Moment),
        AuthInfo = values.Maybe(() => DomainAuthInfo.FromPassword(values.Token(0, 40))),
    };

    private DomainCheckItem CheckItem() => values.Flag()
        ? new DomainCheckItem { Name = values.Name(), Available = true }
        : new DomainCheckItem { Name = values.Name(), Available = false, Reason = values.Token(1, 32), ReasonLanguage = values.OneOf("da", "fr-CA") };

    private ContactInfoResult ContactInfo() => new()
    {
        Id = values.Id(),
        Roid = "C1-DK",
        Statuses = values.Some(1, 3, () => new ContactStatus { Status = ContactStatusValue.Linked, Text = values.Token(0, 30) }),
        PostalInfo = values.Some(1, 2, _parts.PostalInfo),
        Voice = values.Maybe(values.Phone),
        Fax = values.Maybe(values.Phone),
        Email = values.Mail(),
        SponsoringClientId = "REG-1",
        CreatingClientId = "REG-2",
        CreatedDate = values.Moment(),
        UpdatedDate = values.MaybeValue(values.Moment),
        AuthInfo = values.Maybe(() => ContactAuthInfo.FromPassword(values.Token(0, 40))),
        Disclosure = values.Maybe(_parts.Disclosure),
    };

    private HostInfoResult HostInfo() => new()
    {
        Name = values.Name(),
        Roid = "H1-DK",
        Statuses = values.Some(1, 3, () => new HostStatus { Status = HostStatusValue.Linked, Text = values.Token(0, 30) }),
        Addresses = values.Some(0, 3, _parts.Address),
        SponsoringClientId = "REG-1",
        CreatingClientId = "REG-2",
        CreatedDate = values.Moment(),
        UpdatedDate = values.MaybeValue(values.Moment),
    };

    private decimal Amount() => values.Random.Next(100_000_000) / 100m;
}
