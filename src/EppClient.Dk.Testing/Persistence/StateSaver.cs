using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace EppClient.Dk.Testing.Persistence;

/// <summary>Writes the complete state of a registry to a document.</summary>
internal static class StateSaver
{
    public static string Save(DkState state) => JsonSerializer.Serialize(
        new StateDocument
        {
            Time = state.Now,
            Accounts = Objects(state.Accounts.Values, StateJson.Default.DkAccount),
            Users = Objects(state.Users.Values, StateJson.Default.DkServiceUser),
            Contacts = Objects(state.Contacts.Values, StateJson.Default.DkContactRecord),
            Hosts = Objects(state.Hosts.Values, StateJson.Default.DkHostRecord),
            Domains = Objects(state.Domains.Values, StateJson.Default.DkDomainRecord),
            WaitingList = [.. state.Offers.Values],
            Applications = state.Applications,
            RegistrantChanges = state.RegistrantChanges,
            Requests = state.Requests,
            FastTrackTransfers = state.FastTrackTransfers,
            Messages = state.Users.Keys.Where(user => state.MessagesOf(user).Count > 0).ToDictionary(user => user, state.MessagesOf),
            Counters = state.Identifiers.Counters,
        },
        StateJson.Default.StateDocument);

    private static List<JsonObject> Objects<T>(IEnumerable<T> records, JsonTypeInfo<T> type) =>
        [.. records.Select(record => JsonSerializer.SerializeToNode(record, type)!.AsObject())];
}
