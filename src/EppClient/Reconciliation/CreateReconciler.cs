using EppClient.Commands.Contact;
using EppClient.Commands.Domain;
using EppClient.Commands.Host;
using EppClient.Protocol;

namespace EppClient.Reconciliation;

/// <summary>After a create: is the object there, created since, by this account, and as the command wants it?</summary>
internal sealed class CreateReconciler : IEppReconciler
{
    public bool CanReconcile(EppUnsettledCommand command) => command.Command is DomainCreate or HostCreate or ContactCreate;

    public Task<EppReconciliation> ReconcileAsync(EppInquiry inquiry, CancellationToken cancellationToken) => inquiry.Command.Command switch
    {
        DomainCreate create => DomainAsync(inquiry, create, cancellationToken),
        HostCreate create => HostAsync(inquiry, create, cancellationToken),
        _ => ContactAsync(inquiry, (ContactCreate)inquiry.Command.Command, cancellationToken),
    };

    private static async Task<EppReconciliation> DomainAsync(EppInquiry inquiry, DomainCreate create, CancellationToken cancellationToken)
    {
        var info = await inquiry.AskDomainAsync(create.Name, cancellationToken).ConfigureAwait(false);
        return CreateJudge.OfRefusal(inquiry, "domain", info) is { } verdict
            ? verdict
            : await CreateJudge.JudgeAsync(inquiry, "domain", DomainFinding.Of(create, info.Data, inquiry.IsOurs(info.Data.SponsoringClientId)), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<EppReconciliation> HostAsync(EppInquiry inquiry, HostCreate create, CancellationToken cancellationToken)
    {
        var info = await inquiry.AskHostAsync(create.Name, cancellationToken).ConfigureAwait(false);
        if (CreateJudge.OfRefusal(inquiry, "host", info) is { } verdict)
        {
            return verdict;
        }

        var host = info.Data;
        var isAsAsked = create.Addresses.Select(address => Same.Address(address.Value)).ToHashSet().SetEquals(host.Addresses.Select(address => Same.Address(address.Value)));
        var found = new CreatedObject(
            host.SponsoringClientId,
            inquiry.IsOurs(host.SponsoringClientId) || inquiry.IsOurs(host.CreatingClientId),
            host.CreatedDate,
            host.Statuses.Any(status => status.Status == HostStatusValue.PendingCreate),
            isAsAsked ? null : "addresses");
        return await CreateJudge.JudgeAsync(inquiry, "host", found, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<EppReconciliation> ContactAsync(EppInquiry inquiry, ContactCreate create, CancellationToken cancellationToken)
    {
        var info = await inquiry.AskContactAsync(create.Id, cancellationToken).ConfigureAwait(false);
        if (CreateJudge.OfRefusal(inquiry, "contact", info) is { } verdict)
        {
            return verdict;
        }

        var contact = info.Data;
        var found = new CreatedObject(
            contact.SponsoringClientId,
            inquiry.IsOurs(contact.SponsoringClientId) || inquiry.IsOurs(contact.CreatingClientId),
            contact.CreatedDate,
            contact.Statuses.Any(status => status.Status == ContactStatusValue.PendingCreate),
            Same.Text(create.Email, contact.Email) == false ? "e-mail address" : null);
        return await CreateJudge.JudgeAsync(inquiry, "contact", found, cancellationToken).ConfigureAwait(false);
    }
}
