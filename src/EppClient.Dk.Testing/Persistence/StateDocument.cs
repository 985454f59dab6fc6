using System.Text.Json.Nodes;

namespace EppClient.Dk.Testing.Persistence;

/// <summary>
/// A registry as a JSON document. Lists that people write stand as they are in the document, to be completed with what the builder
/// would have put there.
/// </summary>
internal sealed record StateDocument
{
    /// <summary>What the registry's clock shows; null for the system's time.</summary>
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

    /// <summary>The queues, by login.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DkMessage>>? Messages { get; init; }

    public DkCounters? Counters { get; init; }
}
