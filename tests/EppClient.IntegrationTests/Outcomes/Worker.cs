using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.Extensions;
using EppClient.TestSupport.Outcomes;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Outcomes;

/// <summary>One of several concurrent workers, each with its own objects. Selects the next command at random.</summary>
internal sealed class Worker(int number, DkTestRegistry dk, Random random)
{
    public const int Clients = 12;
    private const int Domains = 60;

    // While a command is reconciled, the other workers advance the clock. A recent earlier change could then not be distinguished from the
    // effect of the command.
    private const int Rest = 25;

    private const string Other = "REG-200002";
    private static readonly string[] NameServers = ["ns1.example.com", "ns2.example.com", "ns3.example.com"];

    private readonly Dictionary<string, int> _changedAt = [];
    private int _sent;
    private int _transferred;
    private int _created;

    public static void Seed(DkRegistryBuilder registry)
    {
        registry.Hosts("REG-100001", NameServers).Account(Other).User("EPP-200002", "Kun-Til-Test-2", Other);
        for (var number = 0; number < Clients; number++)
        {
            registry.Contact($"IP{number}-DK", "Ida Prøve", c => c with { Sponsor = "REG-100001", Voice = "+45.11111111" })
                .Contact($"AN{number}-DK", "Anders And", c => c with { Sponsor = Other });
            for (var i = 0; i < Domains; i++)
            {
                registry.Domain(OwnDomain(number, i), $"IP{number}-DK", NameServers[..2], d => d with { Expires = d.Created.AddDays(30) })
                    .Domain(OthersDomain(number, i), $"AN{number}-DK", NameServers[..2], d => d with { Tokens = [new DkToken("REG-0-TOKEN", DkTokenPurpose.Transfer, d.Created.AddDays(10))] });
            }
        }
    }

    public async Task<ExpectedEffect> NextAsync(EppSessionPool pool)
    {
        // Dates of the registry have whole seconds: the next command must be later than the last one by every clock.
        dk.Clock.Advance(TimeSpan.FromSeconds(5));
        _sent++;
        return random.Next(100) switch
        {
            < 20 => ExpectedEffect.Reading(new DomainCheck(OwnDomain(number, Any()), $"ledig{number}.dk")),
            < 40 => ExpectedEffect.Reading(new DomainInfo(OwnDomain(number, Any()))),
            < 48 => CreateDomain(),
            < 56 => CreateOrDeleteHost(),
            < 60 => Renew(),
            < 65 => Transfer(),
            < 73 => DeleteOrRestore(),
            < 80 => ChangeNameServers(),
            < 86 => ChangeRenewal(),
            < 90 => ChangeDnsSecurity(),
            < 95 => ChangeContact(),
            _ when number == 0 => await AcknowledgeAsync(pool),
            _ => ExpectedEffect.Reading(new PollRequest()),
        };
    }

    private static string OwnDomain(int number, int i) => $"egen{number}-{i}.dk";

    private static string OthersDomain(int number, int i) => $"anden{number}-{i}.dk";

    private int Any() => random.Next(Domains);

    /// <summary>Selects one of the objects that was not changed recently, and records the selection as a change.</summary>
    private string? Rested(int count, Func<int, string> name)
    {
        var from = random.Next(count);
        var picked = Enumerable.Range(0, count).Select(i => name((from + i) % count)).FirstOrDefault(it => !_changedAt.TryGetValue(it, out var at) || at + Rest < _sent);
        if (picked is not null)
        {
            _changedAt[picked] = _sent;
        }

        return picked;
    }

    private string RestedDomain() => Rested(Domains, i => OwnDomain(number, i))!;

    private DkDomainRecord Find(string name) => dk.Registry.FindDomain(name)!;

    private ExpectedEffect CreateDomain()
    {
        var name = $"ny{number}-{_created++}.dk";
        return new ExpectedEffect(DkDomain.Create(name, $"IP{number}-DK", dk.Clock.GetUtcNow(), NameServers[..2]), () => dk.Registry.FindDomain(name) is not null);
    }

    private ExpectedEffect CreateOrDeleteHost()
    {
        var name = Rested(40, i => $"h{i}.clerk{number}.example.com")!;
        return dk.Registry.FindHost(name) is null
            ? new ExpectedEffect(new HostCreate { Name = name, Addresses = [new HostAddress { Value = "8.8.8.8" }] }, () => dk.Registry.FindHost(name) is not null)
            : new ExpectedEffect(new HostDelete { Name = name }, () => dk.Registry.FindHost(name) is null);
    }

    /// <summary>Each domain can be renewed once; the registry rejects further renewals.</summary>
    private ExpectedEffect Renew()
    {
        var name = RestedDomain();
        var before = Find(name).Expires!.Value;
        return new ExpectedEffect(DkDomain.Renew(name, before), () => Find(name).Expires > before.AddDays(300));
    }

    private ExpectedEffect Transfer()
    {
        var name = OthersDomain(number, _transferred++ % Domains);
        var wasOurs = Find(name).Sponsor == dk.Account;
        return new ExpectedEffect(DkDomain.Transfer(name, "REG-0-TOKEN"), () => !wasOurs && Find(name).Sponsor == dk.Account);
    }

    private ExpectedEffect DeleteOrRestore()
    {
        if (Rested(10, i => OwnDomain(number, Domains - 1 - i)) is not { } name)
        {
            return ExpectedEffect.Reading(new PollRequest());
        }

        var now = dk.Clock.GetUtcNow();
        return Find(name).Deletion is null
            ? new ExpectedEffect(new DomainDelete(name), () => Find(name).Deletion is not null)
            : new ExpectedEffect(DkDomain.Restore(name, now, now), () => Find(name).Deletion is null);
    }

    private ExpectedEffect ChangeNameServers()
    {
        var name = RestedDomain();
        var hasThird = Find(name).NameServers.Any(server => server.Ascii == NameServers[2]);
        return new ExpectedEffect(
            DkDomain.ReplaceNameServers(name, remove: [NameServers[hasThird ? 2 : 1]], add: [NameServers[hasThird ? 1 : 2]]),
            () => Find(name).NameServers.Any(server => server.Ascii == NameServers[2]) != hasThird);
    }

    private ExpectedEffect ChangeRenewal()
    {
        var name = RestedDomain();
        var wanted = !Find(name).AutoRenew;
        return new ExpectedEffect(DkDomain.SetAutoRenew(name, wanted), () => Find(name).AutoRenew == wanted);
    }

    private ExpectedEffect ChangeDnsSecurity()
    {
        var name = RestedDomain();
        if (Find(name).DsRecords.Count > 0)
        {
            return new ExpectedEffect(DkDomain.RemoveDsRecords(name), () => Find(name).DsRecords.Count == 0);
        }

        var record = new SecDnsDsData { KeyTag = (ushort)random.Next(1, 60000), Algorithm = 13, DigestType = 2, Digest = EppBinary.FromHex(new string('A', 64)) };
        return new ExpectedEffect(DkDomain.AddDsRecords(name, record), () => Find(name).DsRecords.Any(ds => ds.KeyTag == record.KeyTag));
    }

    private ExpectedEffect ChangeContact()
    {
        if (Rested(1, _ => $"IP{number}-DK") is not { } handle)
        {
            return ExpectedEffect.Reading(new DomainInfo(OwnDomain(number, Any())));
        }

        string voice;
        do
        {
            voice = $"+45.{random.Next(20_000_000, 29_999_999)}";
        }
        while (dk.Registry.FindContact(handle)!.Voice == voice);
        return new ExpectedEffect(DkContact.Update(handle, new ContactChange { Voice = voice }), () => dk.Registry.FindContact(handle)!.Voice == voice);
    }

    private async Task<ExpectedEffect> AcknowledgeAsync(EppSessionPool pool)
    {
        var head = await Eventually.SucceedsAsync(() => pool.PollAsync());
        return head is null
            ? ExpectedEffect.Reading(new PollRequest())
            : new ExpectedEffect(new PollAcknowledge(head.Id), () => dk.Registry.RunExclusive(state => state.MessagesOf(dk.User).All(message => $"{message.Id}" != head.Id)));
    }
}
