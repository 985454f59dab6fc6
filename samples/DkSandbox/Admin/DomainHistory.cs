using EppClient;
using EppClient.Dk.Testing;

namespace DkSandbox.Admin;

/// <summary>What happened to each domain since the start of the sandbox, most recent last.</summary>
internal sealed class DomainHistory
{
    private const int Kept = 100;

    private readonly Dictionary<EppDomainName, List<HistoryView>> _events = [];
    private readonly Lock _order = new();

    public void Record(DkDomainChange change)
    {
        var texts = TextsOf(change).ToList();
        lock (_order)
        {
            if (!_events.TryGetValue(change.Name, out var events))
            {
                _events[change.Name] = events = [];
            }

            events.AddRange(texts.Select(text => new HistoryView(change.Time, text)));
            events.RemoveRange(0, Math.Max(0, events.Count - Kept));
        }
    }

    public IReadOnlyList<HistoryView> Of(EppDomainName name)
    {
        lock (_order)
        {
            return _events.TryGetValue(name, out var events) ? [.. events] : [];
        }
    }

    private static IEnumerable<string> TextsOf(DkDomainChange change) => change switch
    {
        { Before: null, After: { IsPendingCreate: true } } => ["applied for"],
        { Before: null, After: { } after } => [$"registered to {after.Registrant}, managed by {after.Sponsor}"],
        { Before: { }, After: null } => ["deleted"],
        { Before: { } before, After: { } after } => Differences(before, after),
        _ => [],
    };

    private static IEnumerable<string> Differences(DkDomainRecord before, DkDomainRecord after)
    {
        (bool Has, string Text)[] differences =
        [
            (before.IsPendingCreate && !after.IsPendingCreate, "registered"),
            (before.Sponsor != after.Sponsor, $"transferred from {before.Sponsor} to {after.Sponsor}"),
            (before.Registrant != after.Registrant, $"registrant {before.Registrant} replaced by {after.Registrant}"),
            (before.Administrator != after.Administrator, $"administrative contact {after.Administrator}"),
            (before.Billing != after.Billing, $"billing contact {after.Billing}"),
            (!before.NameServers.SequenceEqual(after.NameServers), $"name servers {Words(after.NameServers)}"),
            (!before.DsRecords.SequenceEqual(after.DsRecords), $"DS records: {after.DsRecords.Count}"),
            (before.AutoRenew != after.AutoRenew, $"automatic renewal {(after.AutoRenew ? "on" : "off")}"),
            (before.Expires != after.Expires && after.Expires is not null, FormattableString.Invariant($"expires {after.Expires:yyyy-MM-dd}")),
            (before.IsOnHold != after.IsOnHold, after.IsOnHold ? "on hold until its registrant is checked" : "activated"),
            (before.IsBlocked != after.IsBlocked, after.IsBlocked ? "blocked" : "unblocked"),
            (before.IsUnpaid != after.IsUnpaid, after.IsUnpaid ? "invoice sent" : "invoice paid"),
            (before.IsPendingUpdate != after.IsPendingUpdate, after.IsPendingUpdate ? "a change waits for consent or a check" : "no change is pending"),
            (before.Deletion is null && after.Deletion is not null, FormattableString.Invariant($"deletion begun ({after.Deletion?.Cause}), until {after.Deletion?.Date:yyyy-MM-dd}")),
            (before.Deletion is not null && after.Deletion is null, "deletion stopped"),
            (after.Tokens.Except(before.Tokens).Any(), "token created"),
            (after.Tokens.Count < before.Tokens.Count, "token removed"),
        ];
        return differences.Where(difference => difference.Has).Select(difference => difference.Text);
    }

    private static string Words(IReadOnlyList<EppDomainName> names) => names.Count == 0 ? "removed" : string.Join(", ", names.Select(name => name.Unicode));
}
