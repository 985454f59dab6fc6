using EppClient.Commands.Contact;
using EppClient.Commands.Domain;
using EppClient.Commands.Host;
using EppClient.Protocol;

namespace EppClient.Reconciliation;

/// <summary>Questions about one object. A response about another object is refused: it decides nothing.</summary>
internal static class ObjectQuestions
{
    public static async Task<EppResponse<DomainInfoResult>> AskDomainAsync(this EppInquiry inquiry, string name, CancellationToken cancellationToken)
    {
        var info = await inquiry.AskAsync(new DomainInfo(name), cancellationToken).ConfigureAwait(false);
        if (info.DataOrNull is { } domain)
        {
            EppInquiry.RequireSameName(name, domain.Name);
        }

        return info;
    }

    public static async Task<EppResponse<HostInfoResult>> AskHostAsync(this EppInquiry inquiry, string name, CancellationToken cancellationToken)
    {
        var info = await inquiry.AskAsync(new HostInfo(name), cancellationToken).ConfigureAwait(false);
        if (info.DataOrNull is { } host)
        {
            EppInquiry.RequireSameName(name, host.Name);
        }

        return info;
    }

    public static async Task<EppResponse<ContactInfoResult>> AskContactAsync(this EppInquiry inquiry, string id, CancellationToken cancellationToken)
    {
        var info = await inquiry.AskAsync(new ContactInfo { Id = id }, cancellationToken).ConfigureAwait(false);
        if (info.DataOrNull is { } contact)
        {
            RequireSameId(id, contact.Id);
        }

        return info;
    }

    /// <exception cref="EppProtocolException">The data are about another contact.</exception>
    public static void RequireSameId(string asked, string shown)
    {
        if (!Same.Id(asked, shown.Trim()))
        {
            throw new EppProtocolException($"The registry was asked about contact {asked}, and its response is about another object");
        }
    }
}
