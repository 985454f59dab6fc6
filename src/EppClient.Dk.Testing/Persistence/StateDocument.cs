using System.Text.Json.Nodes;

namespace EppClient.Dk.Testing.Persistence;

/// <summary>
/// A registry as a JSON document. Lists that people write stay as in the document and are completed with the builder's defaults.
/// </summary>
internal sealed record StateDocument
{
    /// <summary>The time of the registry's clock; null for the system time.</summary>
    public DateTimeOffset? Time { get; init; }

    public IReadOnlyList<JsonObject>? Accounts { get; init; }

    public IReadOnlyList<JsonObject>? Users { get; init; }

    public IReadOnlyList<JsonObject>? Contacts { get; init; }

    public IReadOnlyList<JsonObject>? Hosts { get; init; }

    public IReadOnlyList<JsonObject>? Domains { get; init; }

    public IReadOnlyList<DkWaitingListOffer>? WaitingList { get; init; }

    public IReadOnlyList<DkApplication>? Applications { get; init; }

    public IReadOnlyList<DkRegistrantChange>? RegistrantChanges { get; init; }

    public IReadOnlyList<DkRequest>? Requests { get; init; }

    public IReadOnlyList<DkFastTrackTransfer>? FastTrackTransfers { get; init; }

    /// <summary>The queues, by login.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DkMessage>>? Messages { get; init; }

    public DkCounters? Counters { get; init; }
}
