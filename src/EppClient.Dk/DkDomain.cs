using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.Dk;

/// <summary>
/// The commands on .dk domains that take more than a name, ready to be sent. Each does one operation: the registry refuses
/// most mixtures (2306, 2308).
/// </summary>
/// <remarks>
/// All but <see cref="Transfer"/> and <see cref="TransferWithoutToken"/> are for domains that the caller's account manages; under
/// registrant management roles on the domain decide, and most of them become requests to the registrant (1001).
/// </remarks>
public static class DkDomain
{
    // Not a token: the keyword at which the registry makes one.
    internal const string MakeTransferToken = "autotransfer";

    /// <summary>
    /// Applies for a domain, for one year and under registrar management, the only way since 2026-07-01. The answer is 1001;
    /// the decision comes as a poll message, which completes <see cref="EppResponse.Pending"/>.
    /// </summary>
    /// <param name="name">The name, in any form.</param>
    /// <param name="registrant">The handle of a contact that the caller's account manages.</param>
    /// <param name="termsAccepted">
    /// When the registrant accepted the registry's terms, at most 30 days ago. Not checked here, where there is no clock: that do
    /// <see cref="DkRegistrar.ApplyAsync"/>, <see cref="DkOrderConfirmation.Check"/> and the registry (2004).
    /// </param>
    /// <param name="nameServers">Two to seven hosts that the registry knows.</param>
    public static DomainCreate Create(string name, string registrant, DateTimeOffset termsAccepted, params IReadOnlyList<string> nameServers) =>
        // The schema wants authorization information; the registry makes tokens itself, on demand.
        new(name, DomainAuthInfo.FromPassword(string.Empty))
        {
            Registrant = registrant,
            NameServers = DomainNameServers.FromHostObjects(nameServers),
            Extensions = [new DkDomainCreate(termsAccepted)],
        };

    /// <summary>
    /// Pays for another year, the only period there is. Possible from two months before the expiry date (2105 otherwise). The
    /// registry answers without data: read the new date with info.
    /// </summary>
    /// <param name="name">The domain.</param>
    /// <param name="expiryDate">The expiry date, as info tells it.</param>
    public static DomainRenew Renew(string name, DateTimeOffset expiryDate) =>
        // A term ends one second before midnight in Denmark, when UTC has the same date: the date that the registry compares.
        Renew(name, DateOnly.FromDateTime(expiryDate.UtcDateTime));

    /// <inheritdoc cref="Renew(string, DateTimeOffset)"/>
    public static DomainRenew Renew(string name, DateOnly expiryDate) => new(name, expiryDate);

    /// <summary>
    /// Replaces name servers. <b>The registry drops all DS records of the domain</b>: add new ones afterwards. A token for
    /// transfer, if there is one, ends too.
    /// </summary>
    /// <param name="name">The domain.</param>
    /// <param name="remove">Hosts to take away.</param>
    /// <param name="add">Hosts to add; they must already answer for the domain. Two to seven must remain in the end.</param>
    public static DomainUpdate ReplaceNameServers(string name, IReadOnlyList<string> remove, IReadOnlyList<string> add) => new(name)
    {
        Remove = remove.Count == 0 ? null : new DomainAddRemove { NameServers = DomainNameServers.FromHostObjects(remove) },
        Add = add.Count == 0 ? null : new DomainAddRemove { NameServers = DomainNameServers.FromHostObjects(add) },
    };

    /// <summary>Adds DS records; those that the domain has stay.</summary>
    /// <param name="name">The domain.</param>
    /// <param name="records">The records.</param>
    public static DomainUpdate AddDsRecords(string name, params IReadOnlyList<SecDnsDsData> records) =>
        WithDnsSecurity(name, new SecDnsUpdate { Add = new SecDnsDsOrKeyData { DsData = records } });

    /// <summary>Replaces all DS records. The registry refuses it where the domain has none (2303).</summary>
    /// <param name="name">The domain.</param>
    /// <param name="records">The new records.</param>
    public static DomainUpdate ReplaceDsRecords(string name, params IReadOnlyList<SecDnsDsData> records) =>
        WithDnsSecurity(name, new SecDnsUpdate { Remove = SecDnsRemoval.FromAll(true), Add = new SecDnsDsOrKeyData { DsData = records } });

    /// <summary>Removes all DS records. The registry refuses it where the domain has none (2303).</summary>
    /// <param name="name">The domain.</param>
    public static DomainUpdate RemoveDsRecords(string name) => WithDnsSecurity(name, new SecDnsUpdate { Remove = SecDnsRemoval.FromAll(true) });

    /// <summary>
    /// Gives the domain to another registrant. Done at once (1000), or 1001 where the new registrant has to be checked first;
    /// then a poll message tells.
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
    /// Switches automatic renewal. Off means that the domain is suspended when its term ends, and deleted 30 days later.
    /// </summary>
    /// <param name="name">The domain.</param>
    /// <param name="autoRenew">Whether the domain renews itself.</param>
    public static DomainUpdate SetAutoRenew(string name, bool autoRenew) => new(name)
    {
        Extensions = [new DkDomainUpdate { AutoRenew = autoRenew }],
    };

    /// <summary>
    /// Makes the registry make a token with which another registrar can take the domain over. Read it with info:
    /// <see cref="DkDomainInfoResult.TransferToken"/>.
    /// </summary>
    /// <param name="name">The domain.</param>
    public static DomainUpdate CreateTransferToken(string name) =>
        WithAuthInfo(name, DomainAuthInfoChange.FromPassword(MakeTransferToken));

    /// <summary>Removes the token for transfer, so that it opens nothing any more.</summary>
    /// <param name="name">The domain.</param>
    public static DomainUpdate RemoveTransferToken(string name) => WithAuthInfo(name, DomainAuthInfoChange.Remove);

    /// <summary>
    /// Takes a domain over, from another registrar or from registrant management, at once. <b>The registrant becomes a new
    /// contact</b>, a copy that the caller's account manages: read its handle with info. Hosts below the domain come along;
    /// automatic renewal becomes what the caller's account has as its default; the paid term stays.
    /// </summary>
    /// <param name="name">The domain.</param>
    /// <param name="token">The token that the registrant or the losing registrar has passed on.</param>
    public static DomainTransfer Transfer(string name, string token) =>
        new(EppTransferOperation.Request, name) { AuthInfo = DomainAuthInfo.FromPassword(token) };

    /// <summary>
    /// Takes a domain over from registrant management without a token, where the caller already is its name server
    /// administrator, admin or billing contact, and has the registrant's consent. The registry has announced that this ends:
    /// be ready for 2201.
    /// </summary>
    /// <param name="name">The domain.</param>
    public static DomainTransfer TransferWithoutToken(string name) => new(EppTransferOperation.Request, name);

    /// <summary>
    /// Restores a deleted or expired domain, while info shows it in redemption (30 days). Costs a restore fee and a year.
    /// </summary>
    /// <param name="name">The domain.</param>
    /// <param name="deleted">When it was deleted, as well as is known: the registry wants the field and ignores the value.</param>
    /// <param name="restored">Now.</param>
    public static DomainUpdate Restore(string name, DateTimeOffset deleted, DateTimeOffset restored) => new(name)
    {
        // RFC 5731 wants at least one part in an update, and an empty one changes nothing.
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
