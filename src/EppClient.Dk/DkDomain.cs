using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>
/// Commands on .dk domains that need more than a name. Each performs one operation: the registry refuses most combinations
/// (2306, 2308).
/// </summary>
/// <remarks>
/// All commands except <see cref="Transfer"/> and <see cref="TransferWithoutToken"/> require a domain that the caller's account manages.
/// For a domain under registrant management, the account's roles decide, and most commands become requests to the registrant (1001).
/// </remarks>
public static class DkDomain
{
    // Not a token: the keyword that makes the registry generate one.
    internal const string MakeTransferToken = "autotransfer";

    /// <summary>
    /// Applies for a domain, for one year and under registrar management, which is the only option since 2026-07-01. The response is 1001;
    /// the decision arrives as a poll message, which completes <see cref="EppResponse.Pending"/>.
    /// </summary>
    /// <param name="name">The name, in any form.</param>
    /// <param name="registrant">The handle of a contact that the caller's account manages.</param>
    /// <param name="termsAccepted">
    /// When the registrant accepted the registry's terms, at most 30 days ago. This method has no clock and does not check the time;
    /// <see cref="DkRegistrar.ApplyAsync"/>, <see cref="DkOrderConfirmation.Check"/> and the registry (2004) do.
    /// </param>
    /// <param name="nameServers">Two to seven hosts that are registered with the registry.</param>
    public static DomainCreate Create(string name, string registrant, DateTimeOffset termsAccepted, params IReadOnlyList<string> nameServers) =>
        // The schema requires authorization information; the registry generates tokens itself, on request.
        new(name, DomainAuthInfo.FromPassword(string.Empty))
        {
            Registrant = registrant,
            NameServers = DomainNameServers.FromHostObjects(nameServers),
            Extensions = [new DkDomainCreate(termsAccepted)],
        };

    /// <summary>
    /// Renews a domain for one year, the only period that the registry accepts. Possible from two months before the expiry date (2105 otherwise).
    /// The response has no data: read the new date with info.
    /// </summary>
    /// <param name="name">The domain.</param>
    /// <param name="expiryDate">The expiry date, as info shows it.</param>
    public static DomainRenew Renew(string name, DateTimeOffset expiryDate) =>
        // A term ends one second before midnight in Denmark, when the date in UTC is the same: the registry compares that date.
        Renew(name, DateOnly.FromDateTime(expiryDate.UtcDateTime));

    /// <inheritdoc cref="Renew(string, DateTimeOffset)"/>
    public static DomainRenew Renew(string name, DateOnly expiryDate) => new(name, expiryDate);

    /// <summary>
    /// Replaces name servers. <b>The registry drops all DS records of the domain</b>: add new ones afterwards. A transfer token, if there is one,
    /// becomes invalid too.
    /// </summary>
    /// <param name="name">The domain.</param>
    /// <param name="remove">The hosts to remove.</param>
    /// <param name="add">The hosts to add; they must already respond for the domain. Two to seven hosts must remain.</param>
    public static DomainUpdate ReplaceNameServers(string name, IReadOnlyList<string> remove, IReadOnlyList<string> add) =>
        DomainUpdate.ReplaceNameServers(name, remove, add);

    /// <summary>Adds DS records and keeps the existing ones.</summary>
    /// <param name="name">The domain.</param>
    /// <param name="records">The records.</param>
    public static DomainUpdate AddDsRecords(string name, params IReadOnlyList<SecDnsDsData> records) =>
        WithDnsSecurity(name, new SecDnsUpdate { Add = new SecDnsDsOrKeyData { DsData = records } });

    /// <summary>Replaces all DS records. The registry refuses the command if the domain has none (2303).</summary>
    /// <param name="name">The domain.</param>
    /// <param name="records">The new records.</param>
    public static DomainUpdate ReplaceDsRecords(string name, params IReadOnlyList<SecDnsDsData> records) =>
        WithDnsSecurity(name, new SecDnsUpdate { Remove = SecDnsRemoval.FromAll(true), Add = new SecDnsDsOrKeyData { DsData = records } });

    /// <summary>Removes all DS records. The registry refuses the command if the domain has none (2303).</summary>
    /// <param name="name">The domain.</param>
    public static DomainUpdate RemoveDsRecords(string name) => WithDnsSecurity(name, new SecDnsUpdate { Remove = SecDnsRemoval.FromAll(true) });

    /// <summary>
    /// Changes the registrant. The response is 1000 if the change is complete, or 1001 if the new registrant has to be verified first;
    /// a poll message then reports the outcome.
    /// </summary>
    /// <param name="name">The domain.</param>
    /// <param name="registrant">The handle of a contact that the caller's account manages.</param>
    /// <param name="termsAccepted">When the new registrant accepted the registry's terms, at most 30 days ago.</param>
    public static DomainUpdate ChangeRegistrant(string name, string registrant, DateTimeOffset termsAccepted) => new(name)
    {
        Change = new DomainChange { Registrant = registrant },
        Extensions = [new DkDomainUpdate(termsAccepted)],
    };

    /// <summary>
    /// Switches automatic renewal on or off. If off, the domain is suspended at the end of its term and deleted 30 days later.
    /// </summary>
    /// <param name="name">The domain.</param>
    /// <param name="autoRenew">Whether the domain renews automatically.</param>
    public static DomainUpdate SetAutoRenew(string name, bool autoRenew) => new(name)
    {
        Extensions = [new DkDomainUpdate { AutoRenew = autoRenew }],
    };

    /// <summary>
    /// Requests a token with which another registrar can transfer the domain. Read it with info:
    /// <see cref="DkDomainInfoResult.TransferToken"/>.
    /// </summary>
    /// <param name="name">The domain.</param>
    public static DomainUpdate CreateTransferToken(string name) =>
        WithAuthInfo(name, DomainAuthInfoChange.FromPassword(MakeTransferToken));

    /// <summary>Removes the transfer token, which then becomes invalid.</summary>
    /// <param name="name">The domain.</param>
    public static DomainUpdate RemoveTransferToken(string name) => WithAuthInfo(name, DomainAuthInfoChange.Remove);

    /// <summary>
    /// Transfers a domain from another registrar or from registrant management to the caller's account, at once. <b>The registrant becomes a
    /// new contact</b>, a copy that the caller's account manages: read its handle with info. Hosts below the domain are transferred with it;
    /// automatic renewal is set to the default of the caller's account; the paid term is unchanged.
    /// </summary>
    /// <param name="name">The domain.</param>
    /// <param name="token">The token, from the registrant or the losing registrar.</param>
    public static DomainTransfer Transfer(string name, string token) => DomainTransfer.Request(name, token);

    /// <summary>
    /// Transfers a domain from registrant management without a token. The caller must already be its name server administrator, admin or
    /// billing contact, and have the registrant's consent. The registry has announced that it will stop accepting such transfers: expect 2201.
    /// </summary>
    /// <param name="name">The domain.</param>
    public static DomainTransfer TransferWithoutToken(string name) => new(EppTransferOperation.Request, name);

    /// <summary>
    /// Restores a deleted or expired domain while info shows it in redemption (30 days). Costs a restore fee and the price of one year.
    /// </summary>
    /// <param name="name">The domain.</param>
    /// <param name="deleted">When it was deleted, as precisely as known: the registry requires the field and ignores the value.</param>
    /// <param name="restored">The current time.</param>
    public static DomainUpdate Restore(string name, DateTimeOffset deleted, DateTimeOffset restored) => new(name)
    {
        // RFC 5731 requires at least one of add, rem and chg in an update; an empty one changes nothing.
        Change = new DomainChange(),
        Extensions =
        [
            RgpUpdate.Report(new RgpRestoreReport
            {
                DataBeforeDeletion = EppMixedContent.Empty,
                DataAfterRestore = EppMixedContent.Empty,
                DeletionTime = deleted,
                RestoreTime = restored,
                RestoreReason = EppMixedContent.Empty,
                Statements = [new RgpReportText { Content = EppMixedContent.Empty }],
            }),
        ],
    };

    private static DomainUpdate WithDnsSecurity(string name, SecDnsUpdate update) => new(name) { Extensions = [update] };

    private static DomainUpdate WithAuthInfo(string name, DomainAuthInfoChange authInfo) =>
        new(name) { Change = new DomainChange { AuthInfo = authInfo } };
}
