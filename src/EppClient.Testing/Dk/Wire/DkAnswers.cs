using EppClient.Commands.Balance;
using EppClient.Commands.Contact;
using EppClient.Commands.Domain;
using EppClient.Commands.Host;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Testing.Dk.Wire;

/// <summary>Puts the views that rules hand out into the schema's types.</summary>
internal sealed class DkAnswers(DkQuirks quirks)
{
    public DkAnswer From(object? view) => view switch
    {
        null => new DkAnswer(),
        AvailabilityView check => new DkAnswer(Availability(check)),
        DomainView domain => DomainAnswers.Info(domain, quirks),
        WaitingListView offer => DomainAnswers.Offered(offer),
        ApplicationView application => DomainAnswers.Applied(application, quirks),
        TransferView transfer => DomainAnswers.Transferred(transfer),
        ContactView contact => ContactAnswers.Info(contact, quirks),
        HostView host => HostAnswers.Info(host),
        CreatedView created => new DkAnswer(Created(created)),
        PendingActionView pending => Settled(pending),
        RestoredView => DomainAnswers.Restored(),
        BalanceView balance => new DkAnswer(Balance(balance.Account)),
        _ => throw new ArgumentException($"No answer is made of a {view.GetType().Name}.", nameof(view)),
    };

    private static IEppElement Availability(AvailabilityView view) => view.Kind switch
    {
        DkObjectKind.Domain => new DomainCheckResult
        {
            Items = [.. view.Items.Select(item => new DomainCheckItem { Name = item.Name, Available = item.IsAvailable, Reason = item.Reason })],
        },
        DkObjectKind.Host => new HostCheckResult
        {
            Items = [.. view.Items.Select(item => new HostCheckItem { Name = item.Name, Available = item.IsAvailable, Reason = item.Reason })],
        },
        _ => new ContactCheckResult
        {
            Items = [.. view.Items.Select(item => new ContactCheckItem { Id = item.Name, Available = item.IsAvailable, Reason = item.Reason })],
        },
    };

    private static IEppElement Created(CreatedView view) => view.Kind == DkObjectKind.Host
        ? new HostCreateResult { Name = view.Name, CreatedDate = view.Created }
        : new ContactCreateResult { Id = view.Name, CreatedDate = view.Created };

    private static DkAnswer Settled(PendingActionView view)
    {
        var transaction = new EppTransactionId
        {
            ClientTransactionId = view.Initiator.ClientTransactionId,
            ServerTransactionId = view.Initiator.ServerTransactionId,
        };
        return view.Kind switch
        {
            DkObjectKind.Domain => DomainAnswers.Settled(view, transaction),
            DkObjectKind.Host => HostAnswers.Settled(view, transaction),
            _ => ContactAnswers.Settled(view, transaction),
        };
    }

    private static BalanceInfoResult Balance(DkAccount account) => new()
    {
        CreditLimit = account.CreditLimit,
        Balance = account.Balance,
        AvailableCredit = account.AvailableCredit,
        CreditThreshold = BalanceCreditThreshold.FromFixed(account.CreditThreshold),
    };
}
