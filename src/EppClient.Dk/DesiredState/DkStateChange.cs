using EppClient.Extensions;

namespace EppClient.Dk;

/// <summary>What became of a change to a desired state: the answers to what was sent, and what could not be sent yet.</summary>
public sealed record DkStateChange
{
    /// <summary>Nothing had to be changed, and nothing was sent.</summary>
    public static DkStateChange None { get; } = new() { Responses = [] };

    /// <summary>The registry's answers, in the order in which the commands were sent. Empty where the object was as wanted.</summary>
    public required IReadOnlyList<EppResponse> Responses { get; init; }

    /// <summary>
    /// DS records that must still be added: the registry has not decided about the name servers yet (1001), and drops DS records when it
    /// does; or it refused them, see <see cref="DsRefusal"/>. Add them with <c>SetDsRecordsAsync</c> once the name servers have changed.
    /// </summary>
    public IReadOnlyList<SecDnsDsData> DsRecordsToAdd { get; init; } = [];

    /// <summary>Why the registry refused the DS records after it had changed the name servers; null where it did not.</summary>
    public DkRefusal? DsRefusal { get; init; }

    /// <summary>Whether anything was sent.</summary>
    public bool IsChange => Responses.Count > 0;

    /// <summary>What the registry has not decided yet: the outcome of each comes as a poll message.</summary>
    public IReadOnlyList<EppPendingAction> Pending => [.. Responses.Where(response => response.Pending is not null).Select(response => response.Pending!)];
}
