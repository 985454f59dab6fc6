using EppClient.Commands;

namespace EppClient.Recovery.Reconcilers;

/// <summary>Reconciles a create: checks whether the object exists, was created since then, by this account, and matches the command.</summary>
internal sealed class CreateReconciler : IEppReconciler
{
    public bool CanReconcile(EppIndeterminateCommand command) => command.Command is DomainCreate or HostCreate or ContactCreate;

    public Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken) => context.Command.Command switch
    {
        DomainCreate create => DomainAsync(context, create, cancellationToken),
        HostCreate create => HostAsync(context, create, cancellationToken),
        _ => ContactAsync(context, (ContactCreate)context.Command.Command, cancellationToken),
    };

    private static async Task<EppReconciliation> DomainAsync(EppReconciliationContext context, DomainCreate create, CancellationToken cancellationToken)
    {
        var info = await context.QueryDomainAsync(create.Name, cancellationToken).ConfigureAwait(false);
        return CreateVerifier.OfRefusal(context, "domain", info) is { } status
            ? status
            : await CreateVerifier.VerifyAsync(context, "domain", CreatedDomain.Of(create, info.Data, context.IsOurs(info.Data.SponsoringClientId)), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<EppReconciliation> HostAsync(EppReconciliationContext context, HostCreate create, CancellationToken cancellationToken)
    {
        var info = await context.QueryHostAsync(create.Name, cancellationToken).ConfigureAwait(false);
        if (CreateVerifier.OfRefusal(context, "host", info) is { } verdict)
        {
            return verdict;
        }

        var host = info.Data;
        var isAsAsked = create.Addresses.Select(address => Equality.Address(address.Value)).ToHashSet().SetEquals(host.Addresses.Select(address => Equality.Address(address.Value)));
        var found = new CreatedObject(
            host.SponsoringClientId,
            context.IsOurs(host.SponsoringClientId) || context.IsOurs(host.CreatingClientId),
            host.CreatedDate,
            host.Statuses.Any(status => status.Status == HostStatusValue.PendingCreate),
            isAsAsked ? null : "addresses");
        return await CreateVerifier.VerifyAsync(context, "host", found, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<EppReconciliation> ContactAsync(EppReconciliationContext context, ContactCreate create, CancellationToken cancellationToken)
    {
        var info = await context.QueryContactAsync(create.Id, cancellationToken).ConfigureAwait(false);
        if (CreateVerifier.OfRefusal(context, "contact", info) is { } verdict)
        {
            return verdict;
        }

        var contact = info.Data;
        var found = new CreatedObject(
            contact.SponsoringClientId,
            context.IsOurs(contact.SponsoringClientId) || context.IsOurs(contact.CreatingClientId),
            contact.CreatedDate,
            contact.Statuses.Any(status => status.Status == ContactStatusValue.PendingCreate),
            Equality.Text(create.Email, contact.Email) == false ? "e-mail address" : null);
        return await CreateVerifier.VerifyAsync(context, "contact", found, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>The data of a domain that a command was to create.</summary>
internal static class CreatedDomain
{
    public static CreatedObject Of(DomainCreate create, DomainInfoResult domain, bool isOurs) => new(
        domain.SponsoringClientId,
        isOurs,
        domain.CreatedDate,
        domain.Statuses.Any(status => status.Status == DomainStatusValue.PendingCreate),
        DifferenceOf(create, domain));

    public static IEnumerable<string> NamesOf(DomainNameServers? servers) =>
        servers is null ? [] : servers.HostObjects.Concat(servers.HostAttributes.Select(host => host.Name));

    private static string? DifferenceOf(DomainCreate create, DomainInfoResult domain)
    {
        if (create.Registrant is not null && domain.Registrant is not null && !Equality.Id(create.Registrant, domain.Registrant))
        {
            return "registrant";
        }

        return domain.NameServers is not null && !Equality.Names(NamesOf(create.NameServers), NamesOf(domain.NameServers)) ? "name servers" : null;
    }
}
