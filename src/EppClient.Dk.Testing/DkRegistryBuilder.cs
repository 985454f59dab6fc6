using System.Net;
using EppClient.Dk.Testing.Persistence;

namespace EppClient.Dk.Testing;

/// <summary>Fills a registry with accounts, contacts, hosts and domains without commands.</summary>
/// <example>
/// <code>
/// var registry = new DkRegistryBuilder()
///     .Account("REG-100001", balance: 1000m, account => account with { AutoRenewDefault = false })
///     .User("EPP-1", "Secret-1234", "REG-100001")
///     .Contact("KAJ1-DK", "Kaj Hansen")
///     .Hosts("REG-100001", "ns1.navneserver.example", "ns2.navneserver.example")
///     .Domain("gammel.dk", "KAJ1-DK", ["ns1.navneserver.example", "ns2.navneserver.example"])
///     .Build();
/// </code>
/// </example>
public sealed class DkRegistryBuilder
{
    private readonly List<Action<DkState>> _steps = [];

    /// <summary>The options of the registry.</summary>
    public DkRegistryOptions Options { get; set; } = new();

    /// <summary>The registry's clock. Default: null, a clock that shows the system time.</summary>
    public DkClock? Clock { get; set; }

    /// <summary>Adds a registrar's account.</summary>
    /// <param name="handle">Its handle, <c>REG-</c> and digits.</param>
    /// <param name="balance">Its prepaid balance in Danish kroner.</param>
    /// <param name="configure">Changes the other members. Default: null.</param>
    /// <returns>This builder.</returns>
    public DkRegistryBuilder Account(string handle, decimal balance = 1000m, Func<DkAccount, DkAccount>? configure = null) => Step(state =>
    {
        var account = DkDefaults.Account(handle) with { Balance = balance };
        state.Accounts[handle] = configure?.Invoke(account) ?? account;
    });

    /// <summary>Adds a login. The first login of an account gets the account's messages, unless the account names another.</summary>
    /// <param name="name">The login's name.</param>
    /// <param name="password">The password.</param>
    /// <param name="account">The account for which it acts.</param>
    /// <param name="roles">Its rights.</param>
    /// <returns>This builder.</returns>
    public DkRegistryBuilder User(string name, string password, string account, DkRoles roles = DkRoles.All) => Step(state =>
        state.Users[name] = new DkServiceUser { Name = name, Password = password, Account = account, Roles = roles });

    /// <summary>Adds a contact: a Danish private person, verified, under registrant management.</summary>
    /// <param name="handle">Its handle.</param>
    /// <param name="name">Its name.</param>
    /// <param name="configure">Changes the other members; set the sponsor to a registrar's handle for registrar management. Default: null.</param>
    /// <returns>This builder.</returns>
    public DkRegistryBuilder Contact(string handle, string name, Func<DkContactRecord, DkContactRecord>? configure = null) => Step(state =>
    {
        var contact = DkDefaults.Contact(handle, name, state.Now);
        state.Contacts[handle] = configure?.Invoke(contact) ?? contact;
        Verifications.Watch(state, state.Contacts[handle]);
        UnusedContacts.Watch(state, state.Contacts[handle]);
    });

    /// <summary>Adds hosts without addresses.</summary>
    /// <param name="manager">Their sponsor and name server manager.</param>
    /// <param name="names">Their names.</param>
    /// <returns>This builder.</returns>
    public DkRegistryBuilder Hosts(string manager, params IReadOnlyList<string> names) =>
        names.Aggregate(this, (builder, name) => builder.Host(manager, name));

    /// <summary>Adds a host.</summary>
    /// <param name="manager">Its sponsor and name server manager.</param>
    /// <param name="name">Its name.</param>
    /// <param name="addresses">Its addresses.</param>
    /// <returns>This builder.</returns>
    public DkRegistryBuilder Host(string manager, string name, params IReadOnlyList<IPAddress> addresses) => Step(state =>
    {
        var host = DkDefaults.Host(name, manager, state.Now) with { Addresses = addresses };
        state.Hosts[host.Name] = host;
    });

    /// <summary>Adds a domain with the handling model of its registrant's sponsor.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="registrant">The handle of its registrant, already added.</param>
    /// <param name="nameServers">The names of its hosts, already added.</param>
    /// <param name="configure">Changes the other members. Default: null.</param>
    /// <returns>This builder.</returns>
    public DkRegistryBuilder Domain(
        string name,
        string registrant,
        IReadOnlyList<string> nameServers,
        Func<DkDomainRecord, DkDomainRecord>? configure = null) => Step(state =>
    {
        var domain = DkDefaults.Domain(name, state.Contacts[registrant], state) with { NameServers = [.. nameServers.Select(EppDomainName.From)] };
        domain = configure?.Invoke(domain) ?? domain;
        state.Domains[domain.Name] = domain;
        Expiry.Schedule(state, domain.Name);
    });

    /// <summary>Offers a deleted name to a contact on its waiting list.</summary>
    /// <param name="name">The name.</param>
    /// <param name="owner">The handle of the owner of the position.</param>
    /// <param name="code">The code that the person receives outside EPP: eight hexadecimal digits.</param>
    /// <returns>This builder.</returns>
    public DkRegistryBuilder WaitingListOffer(string name, string owner, string code) => Step(state =>
        WaitingList.Offer(state, EppDomainName.From(name), owner, code));

    /// <summary>
    /// Adds the contents of a JSON document: one that <see cref="DkRegistry.ToJson"/> saved, or one written by hand, in which a record only needs its
    /// handle or name, a user its password and account, and a domain its registrant.
    /// </summary>
    /// <param name="json">The document. Comments and trailing commas are allowed.</param>
    /// <returns>This builder. If it has no clock yet, its clock starts at the document's time.</returns>
    /// <exception cref="FormatException">The document is not the state of a registry; the message has the cause.</exception>
    public DkRegistryBuilder FromJson(string json)
    {
        var document = StateLoader.Parse(json);
        Clock ??= document.Time is { } time ? new DkClock(time) : null;
        return Step(state => StateLoader.Load(state, document));
    }

    /// <summary>Builds the registry.</summary>
    /// <returns>The registry.</returns>
    public DkRegistry Build()
    {
        var registry = new DkRegistry(Options, Clock);
        registry.RunExclusive(state =>
        {
            _steps.ForEach(step => step(state));
            return true;
        });
        return registry;
    }

    private DkRegistryBuilder Step(Action<DkState> step)
    {
        _steps.Add(step);
        return this;
    }
}
