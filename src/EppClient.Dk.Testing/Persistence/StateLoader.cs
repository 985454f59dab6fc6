using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace EppClient.Dk.Testing.Persistence;

/// <summary>Fills a registry from a saved or hand-written document. Missing members have the builder's defaults.</summary>
internal static class StateLoader
{
    public static StateDocument Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StateJson.Default.StateDocument) ?? throw new FormatException("The document is empty.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"This is not the state of a registry: {e.Message}", e);
        }
    }

    public static void Load(DkState state, StateDocument document)
    {
        Each(document.Accounts, "handle", handle => DkDefaults.Account(handle), StateJson.Default.DkAccount, account => state.Accounts[account.Handle] = account);
        Each(document.Users, "name", name => new DkServiceUser { Name = name, Password = string.Empty, Account = string.Empty }, StateJson.Default.DkServiceUser, user => AddUser(state, user));
        Each(document.Contacts, "handle", handle => DkDefaults.Contact(handle, handle, state.Now), StateJson.Default.DkContactRecord, contact => state.Contacts[contact.Handle] = contact);
        Each(document.Hosts, "name", name => DkDefaults.Host(name, DkHandle.Registry, state.Now), StateJson.Default.DkHostRecord, host => state.Hosts[host.Name] = host);
        foreach (var given in document.Domains ?? [])
        {
            AddDomain(state, given);
        }

        foreach (var offer in document.WaitingList ?? [])
        {
            WaitingList.Offer(state, offer);
        }

        state.Identifiers.Counters = document.Counters ?? state.Identifiers.Counters;
        Resume(state, document);
    }

    /// <summary>Resumes pending actions: each has its date in the records.</summary>
    private static void Resume(DkState state, StateDocument document)
    {
        foreach (var contact in state.Contacts.Values)
        {
            Verifications.Schedule(state, contact);
            EmailChanges.Schedule(state, contact);
            UnusedContacts.Watch(state, contact);
        }

        foreach (var domain in state.Domains.Values)
        {
            Expiry.Schedule(state, domain.Name);
            Deletions.Schedule(state, domain);
        }

        foreach (var application in document.Applications ?? [])
        {
            Applications.Enqueue(state, application);
        }

        state.RegistrantChanges.AddRange(document.RegistrantChanges ?? []);
        state.FastTrackTransfers.AddRange(document.FastTrackTransfers ?? []);
        foreach (var request in document.Requests ?? [])
        {
            state.RequestConsent(request);
        }

        foreach (var (user, messages) in document.Messages ?? new Dictionary<string, IReadOnlyList<DkMessage>>())
        {
            state.Requeue(user, messages);
        }
    }

    private static void AddUser(DkState state, DkServiceUser user)
    {
        if (user.Password.Length == 0 || !state.Accounts.ContainsKey(user.Account))
        {
            throw new FormatException($"The user {user.Name} needs a password, and an account from the list of accounts.");
        }

        state.Users[user.Name] = user;
    }

    private static void AddDomain(DkState state, JsonObject given)
    {
        var name = Key(given, "name");
        var registrant = Key(given, "registrant");
        if (!state.Contacts.TryGetValue(registrant, out var owner))
        {
            throw new FormatException($"The registrant of {name}, {registrant}, is not in the list of contacts.");
        }

        var domain = Complete(given, DkDefaults.Domain(name, owner, state), StateJson.Default.DkDomainRecord);
        if (domain.NameServers.FirstOrDefault(server => !state.Hosts.ContainsKey(server)) is { } missing)
        {
            throw new FormatException($"The name server of {name}, {missing}, is not in the list of hosts.");
        }

        state.Domains[domain.Name] = domain;
    }

    private static void Each<T>(IReadOnlyList<JsonObject>? given, string key, Func<string, T> defaults, JsonTypeInfo<T> type, Action<T> add)
    {
        foreach (var item in given ?? [])
        {
            add(Complete(item, defaults(Key(item, key)), type));
        }
    }

    private static T Complete<T>(JsonObject given, T defaults, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.SerializeToNode(defaults, type)!.AsObject().Overlay(given).Deserialize(type)!;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new FormatException($"A record of the registry is invalid: {e.Message}", e);
        }
    }

    private static JsonObject Overlay(this JsonObject below, JsonObject above)
    {
        foreach (var (name, value) in above)
        {
            below[name] = value is JsonObject inner && below[name] is JsonObject lower ? lower.DeepClone().AsObject().Overlay(inner) : value?.DeepClone();
        }

        return below;
    }

    private static string Key(JsonObject record, string member) =>
        record[member] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0
            ? text
            : throw new FormatException($"A record of the registry has no \"{member}\".");
}
