using EppClient.Commands;
using EppClient.Xml;

namespace EppClient.Dk.Testing.Wire;

/// <summary>Converts the views of the rules to the schema's types.</summary>
internal sealed class DkContentWriter(DkQuirks quirks)
{
    public DkResponseContent From(object? view) => view switch
    {
        null => new DkResponseContent(),
        AvailabilityView check => new DkResponseContent(Availability(check)),
        DomainView domain => DomainContent.Info(domain, quirks),
        WaitingListView offer => DomainContent.Offered(offer),
        ApplicationView application => DomainContent.Applied(application, quirks),
        TransferView transfer => DomainContent.Transferred(transfer),
        ContactView contact => ContactContent.Info(contact, quirks),
        HostView host => HostContent.Info(host),
        CreatedView created => new DkResponseContent(Created(created)),
        PendingActionView pending => PendingAction(pending),
        RestoredView => DomainContent.Restored(),
        BalanceView balance => new DkResponseContent(Balance(balance.Account)),
        _ => throw new ArgumentException($"There is no response for a {view.GetType().Name}.", nameof(view)),
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

    private static DkResponseContent PendingAction(PendingActionView view)
    {
        var transaction = new EppTransactionId
        {
            ClientTransactionId = view.Initiator.ClientTransactionId,
            ServerTransactionId = view.Initiator.ServerTransactionId,
        };
        return view.Kind switch
        {
            DkObjectKind.Domain => DomainContent.PendingAction(view, transaction),
            DkObjectKind.Host => HostContent.PendingAction(view, transaction),
            _ => ContactContent.PendingAction(view, transaction),
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

/// <summary>The content of a response: the object's element in resData, and the elements in extension.</summary>
internal sealed record DkResponseContent(IEppElement? Data = null)
{
    public IReadOnlyList<DkResponseExtension> Extensions { get; init; } = [];
}

/// <summary>An extension of a response.</summary>
/// <param name="NamespaceUri">Its namespace.</param>
/// <param name="Write">Writes its elements.</param>
internal sealed record DkResponseExtension(string NamespaceUri, Action<EppXmlWriter> Write)
{
    public static DkResponseExtension Of(IEppElement element) => new(element.NamespaceUri, element.Write);

    public static DkResponseExtension Dkhm(Action<EppXmlWriter> write) => new(DkNamespaces.Dkhm, write);
}

/// <summary>Object identifiers: the name in upper case, other characters as underscores, and the repository id.</summary>
internal static class Roids
{
    private const string Repository = "-DK";

    public static string Of(EppDomainName name) =>
        string.Concat(name.Unicode.ToUpperInvariant().Select(character => char.IsLetterOrDigit(character) ? character : '_')) + Repository;
}
