using EppClient.Dk.Testing;

namespace DkSandbox.Admin;

/// <summary>Creates the page's views of the registry's objects: without passwords, tokens and addresses of persons.</summary>
internal static class ViewOf
{
    public static RegistryView Registry(DkTestRegistry registry)
    {
        var all = registry.Registry.Snapshot();
        return new RegistryView
        {
            Time = all.Time,
            ShuttingDown = registry.Registry.IsShuttingDown,
            Accounts = [.. all.Accounts.Select(account => new AccountView(account.Handle, account.Name, account.Balance, UsersOf(all, account)) { FastTrackUrl = account.FastTrack?.Url.AbsoluteUri, HasFastTrackKey = account.FastTrack?.ApiKey is not null })],
            Domains = [.. all.Domains.Select(Domain)],
            Contacts = [.. all.Contacts.Select(Contact)],
            Hosts = [.. all.Hosts.Select(host => new HostView(host.Name.Unicode, host.Manager, [.. host.Addresses.Select(address => address.ToString())], StateOf(host)))],
            Sessions = [.. registry.Sessions.Select(session => new SessionView(session.Id, session.User, session.Opened))],
            Messages = [.. all.Messages.Select(message => new MessageView(message.User, message.Id, message.Queued, message.Text))],
            ConsentRequests = [.. all.ConsentRequests.Select(query => new ConsentRequestView(query.Person, query.Subject, query.Text, query.Expires))],
            Offers = [.. all.Offers.Select(offer => new OfferView(offer.Name.Unicode, offer.Owner, offer.Expires))],

            // The link of a redirect is for one visit of the registrant.
            FastTrackTransfers = [.. all.FastTrackTransfers.Select(transfer => Transfer(transfer) with { SessionUrl = null })],
        };
    }

    private static List<string> UsersOf(DkRegistrySnapshot all, DkAccount account) =>
        [.. all.Users.Where(user => user.Account == account.Handle).Select(user => user.Name)];

    private static DomainView Domain(DkDomainStatus status)
    {
        var domain = status.Domain;
        return new DomainView(
            domain.Name.Unicode,
            ModelOf(domain.IsRegistrarManaged),
            domain.Sponsor,
            domain.Registrant,
            status.Statuses,
            domain.Expires,
            [.. domain.NameServers.Select(server => server.Unicode)])
        {
            Created = domain.Created,
            AutoRenew = domain.AutoRenew,
            DsRecords = [.. domain.DsRecords.Select(record => FormattableString.Invariant($"{record.KeyTag} {record.Algorithm} {record.DigestType} {record.Digest}"))],
            Tokens = [.. domain.Tokens.Select(token => token.Expires)],
        };
    }

    public static TransferView Transfer(DkFastTrackTransfer transfer) => new(
        transfer.Registrant,
        transfer.Registrar,
        [.. transfer.Domains.Select(domain => domain.Unicode)],
        transfer.ConsentGranted,
        transfer.Outcome.ToString(),
        transfer.StatusCode,
        transfer.Message)
    {
        SessionUrl = transfer.SessionUrl?.AbsoluteUri,
        Violation = transfer.Violation,
    };

    private static ContactView Contact(DkContactRecord contact) => new(
        contact.Handle,
        contact.EntityName,
        ModelOf(contact.IsRegistrarManaged),
        contact.Sponsor,
        contact.Verification.Id.Status.ToString(),
        contact.Verification.Email.Status.ToString(),
        contact.Verification.Id.Expires ?? contact.Verification.Email.Expires,
        contact.Verification.NewEmail is not null || contact.Verification.NewSecondaryEmail is not null,
        contact.Lock == DkRegisterLock.None ? null : contact.Lock.ToString().ToUpperInvariant());

    private static string ModelOf(bool isRegistrarManaged) => isRegistrarManaged ? "registrar" : "registrant";

    private static string StateOf(DkHostRecord host) => host switch
    {
        { IsPendingCreate: true } => "pendingCreate",
        { IsPendingUpdate: true } => "pendingUpdate",
        { IsPendingDelete: true } => "pendingDelete",
        _ => "active",
    };
}
