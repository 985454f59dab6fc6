using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>The result of a change to a desired state: the responses to the commands, and the changes that could not be sent yet.</summary>
public sealed record DkStateChange
{
    /// <summary>No change was needed, and nothing was sent.</summary>
    public static DkStateChange None { get; } = new() { Responses = [] };

    /// <summary>The registry's responses, in the order in which the commands were sent. Empty if no change was needed.</summary>
    public required IReadOnlyList<EppResponse> Responses { get; init; }

    /// <summary>
    /// DS records that must still be added, because the registry has not decided on the name servers yet (1001) and drops DS records when it
    /// does, or because it refused them, see <see cref="DsRefusal"/>. Add them with <c>SetDsRecordsAsync</c> once the name servers have changed.
    /// </summary>
    public IReadOnlyList<SecDnsDsData> DsRecordsToAdd { get; init; } = [];

    /// <summary>Why the registry refused the DS records after it had changed the name servers; null if it did not.</summary>
    public DkRefusal? DsRefusal { get; init; }

    /// <summary>Whether anything was sent.</summary>
    public bool IsChange => Responses.Count > 0;

    /// <summary>The actions that the registry has not decided yet: a poll message reports the outcome of each.</summary>
    public IReadOnlyList<EppPendingAction> Pending => [.. Responses.Where(response => response.Pending is not null).Select(response => response.Pending!)];

    /// <summary>Returns the registry's responses, how many DS records must still be added, and why the registry refused them.</summary>
    public override string ToString() => string.Join("; ", (string[])
    [
        Responses.Count == 0 ? "no change" : string.Join(", ", Responses),
        .. DsRecordsToAdd.Count == 0 ? [] : (string[])[FormattableString.Invariant($"{DsRecordsToAdd.Count} DS records must still be added")],
        .. DsRefusal is null ? [] : (string[])[DsRefusal.ToString()],
    ]);
}
