using System.Net;
using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Commands;
using EppClient.Dk.Testing.Commands.Update;
using EppClient.Dk.Testing.Requests;
using EppClient.Dk.Testing.Results;
using EppClient.Dk.Testing.State;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.IntegrationTests.Registry;

/// <summary>
/// Two registrars (One and Two), their contacts and hosts, and a domain under each handling model, on 23 November 2026.
/// </summary>
internal sealed class DkRegistryFixture
{
    public const string One = "REG-100001";
    public const string Two = "REG-100002";
    public const string UserOne = "EPP-1";
    public const string UserTwo = "EPP-2";
    public const string Password = "Secret-1234";
    public const string Checked = "IP100-DK";
    public const string Unchecked = "UK100-DK";
    public const string Foreign = "JD100-DK";
    public const string RegistrantManaged = "KH100-DK";
    public const string OwnDomain = "eksempel.dk";
    public const string OldDomain = "gammel.dk";
    public const string Ns1 = "ns1.navneserver.example";
    public const string Ns2 = "ns2.navneserver.example";
    public const string Ns3 = "ns3.navneserver.example";

    public static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private int _commands;

    public DkRegistryFixture(DkRegistryOptions? options = null, Action<DkRegistryBuilder>? seed = null)
    {
        var builder = new DkRegistryBuilder { Options = options ?? new DkRegistryOptions(), Clock = new DkClock(Start, new FakeTimeProvider()) }
            .Account(One)
            .Account(Two)
            .User(UserOne, Password, One)
            .User(UserTwo, Password, Two)
            .Contact(Checked, "Ida Prøve", contact => contact with { Sponsor = One })
            .Contact(Foreign, "Jane Doe", contact => contact with { Sponsor = One, Address = contact.Address with { CountryCode = "GB" } })
            .Contact(RegistrantManaged, "Kaj Hansen")
            .Hosts(One, Ns1, Ns2, Ns3)
            .Domain(OwnDomain, Checked, [Ns1, Ns2])
            .Domain(OldDomain, RegistrantManaged, [Ns1, Ns2]);
        seed?.Invoke(builder);
        Registry = builder.Build();
    }

    public DkRegistry Registry { get; }

    public DateTimeOffset Now => Registry.Clock.GetUtcNow();

    public string AcceptanceToken => Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    public DkDomainRecord Own => Registry.FindDomain(OwnDomain)!;

    public DkDomainRecord Old => Registry.FindDomain(OldDomain)!;

    public DkCommandResult Execute(Func<DkCall, DkResult> command, string user = UserOne) => Registry.Execute(user, $"test-{++_commands}", command);

    public DkResult Send(Func<DkCall, DkResult> command, string user = UserOne) => Execute(command, user).Outcome;

    public DkResult Create(string name, Func<DomainCreateRequest, DomainCreateRequest>? change = null, string user = UserOne)
    {
        var request = new DomainCreateRequest(name)
        {
            NameServers = [Ns1, Ns2],
            Registrant = Checked,
            OrderConfirmationToken = AcceptanceToken,
        };
        return Send(call => DomainCreateHandler.Handle(call, change?.Invoke(request) ?? request), user);
    }

    public DkResult Update(string name, Func<DomainUpdateRequest, DomainUpdateRequest> change, string user = UserOne) =>
        Send(call => DomainUpdateHandler.Handle(call, change(new DomainUpdateRequest(name))), user);

    public DkResult Transfer(string name, string? token, string user) =>
        Send(call => DomainTransferHandler.Handle(call, new DomainTransferRequest(name, token)), user);

    public DkResult Delete(string name, string user = UserOne) => Send(call => DomainDeleteHandler.Handle(call, name), user);

    public DkResult Restore(string name, string user = UserOne) => Update(name, request => request with { Restore = RestoreStep.Report }, user);

    public DkResult CreateContact(Func<ContactCreateRequest, ContactCreateRequest> change) =>
        Send(call => ContactCreateHandler.Handle(call, change(NewContact())));

    public DkResult UpdateContact(string id, Func<ContactUpdateRequest, ContactUpdateRequest> change, string user = UserOne) =>
        Send(call => ContactUpdateHandler.Handle(call, change(new ContactUpdateRequest(id, new ContactFields()))), user);

    public DkResult CreateHost(string name, string? manager = null, string user = UserOne, params IReadOnlyList<string> addresses) =>
        Send(call => HostCreateHandler.Handle(call, new HostCreateRequest(name, [.. addresses.Select(IPAddress.Parse)], manager)), user);

    public DomainView Info(string name, string user = UserOne) => Send(call => InfoHandler.Domain(call, name), user).Payload.Should().BeOfType<DomainView>().Subject;

    /// <summary>Reads and acknowledges all messages.</summary>
    public IReadOnlyList<DkMessage> Drain(string user = UserOne)
    {
        var messages = new List<DkMessage>();
        while (Send(PollHandler.Request, user).Payload is DkMessage message)
        {
            messages.Add(message);
            Send(call => PollHandler.Acknowledge(call, $"{message.Id}"), user).Code.Should().Be(1000);
        }

        return messages;
    }

    public static ContactCreateRequest NewContact() => new(
        "force",
        [new PostalForm(false, "Bo Nielsen", null, new DkAddress { Street = ["Testvej 2"], City = "Odense", PostalCode = "5000", CountryCode = "DK" })],
        "bo@eksempel.dk",
        new ContactFields { Voice = "+45.20202020", Kind = DkPersonKind.Individual });
}
