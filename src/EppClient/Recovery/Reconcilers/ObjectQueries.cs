using EppClient.Commands;

namespace EppClient.Recovery.Reconcilers;

/// <summary>Queries about one object. A response about another object is rejected, because it does not determine the outcome.</summary>
internal static class ObjectQueries
{
    public static async Task<EppResponse<DomainInfoResult>> QueryDomainAsync(this EppReconciliationContext context, string name, CancellationToken cancellationToken)
    {
        var info = await context.QueryAsync(new DomainInfo(name), cancellationToken).ConfigureAwait(false);
        if (info.DataOrNull is { } domain)
        {
            EppReconciliationContext.RequireSameName(name, domain.Name);
        }

        return info;
    }

    public static async Task<EppResponse<HostInfoResult>> QueryHostAsync(this EppReconciliationContext context, string name, CancellationToken cancellationToken)
    {
        var info = await context.QueryAsync(new HostInfo(name), cancellationToken).ConfigureAwait(false);
        if (info.DataOrNull is { } host)
        {
            EppReconciliationContext.RequireSameName(name, host.Name);
        }

        return info;
    }

    public static async Task<EppResponse<ContactInfoResult>> QueryContactAsync(this EppReconciliationContext context, string id, CancellationToken cancellationToken)
    {
        var info = await context.QueryAsync(new ContactInfo { Id = id }, cancellationToken).ConfigureAwait(false);
        if (info.DataOrNull is { } contact)
        {
            RequireSameId(id, contact.Id);
        }

        return info;
    }

    /// <exception cref="EppProtocolException">The data belong to another contact.</exception>
    public static void RequireSameId(string requested, string shown)
    {
        if (!Equality.Id(requested, shown.Trim()))
        {
            throw new EppProtocolException($"The query was about contact {requested}, but the response is about another object");
        }
    }
}
