using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.TestSupport.Outcomes;

namespace EppClient.StressTests.Soak;

/// <summary>One of several workers of a registrar, each with its own objects: selects random commands, and keeps a record of its objects.</summary>
/// <remarks>The number of objects is fixed regardless of the duration, so that any growth is a leak.</remarks>
internal sealed class Worker(int number, DkTestRegistry dk, Random random)
{
    private const int Domains = 20;
    private const int NewDomains = 20;
    private const int Hosts = 30;
    private static readonly string[] NameServers = ["ns1.example.com", "ns2.example.com", "ns3.example.com"];

    private readonly HashSet<string> _hosts = [];
    private readonly HashSet<string> _domains = [];

    private string Contact => $"IP{number}-DK";

    /// <summary>Creates the objects of these workers before they start.</summary>
    public static void Seed(DkRegistryBuilder registry, int workers)
    {
        registry.Hosts("REG-100001", NameServers);
        for (var number = 0; number < workers; number++)
        {
            registry.Contact($"IP{number}-DK", "Ida Prøve", c => c with { Sponsor = "REG-100001", Voice = "+45.11111111" });
            for (var i = 0; i < Domains; i++)
            {
                registry.Domain($"egen{number}-{i}.dk", $"IP{number}-DK", NameServers[..2], d => d with { Expires = d.Created.AddYears(10) });
            }
        }
    }

    public async Task WorkAsync(EppSessionPool pool, OutcomeTally tally, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            // Dates of the registry have whole seconds: advances the clock so that each command is later than the previous one.
            dk.Clock.Advance(TimeSpan.FromSeconds(5));
            var (effect, note) = await NextAsync(pool);
            var isApplied = await tally.CountAsync(pool, effect);
            if (isApplied)
            {
                note?.Invoke();
            }
        }
    }

    /// <summary>Returns the differences between the worker's record and the registry.</summary>
    public IEnumerable<string> Differences()
    {
        for (var i = 0; i < Hosts; i++)
        {
            if (_hosts.Contains(HostName(i)) != dk.Registry.FindHost(HostName(i)) is not null)
            {
                yield return $"{HostName(i)} is {(_hosts.Contains(HostName(i)) ? "in the worker's record" : "at the registry")} only.";
            }
        }

        for (var i = 0; i < NewDomains; i++)
        {
            if (_domains.Contains(NewDomain(i)) && dk.Registry.FindDomain(NewDomain(i)) is null)
            {
                yield return $"{NewDomain(i)} is in the worker's record only.";
            }
        }
    }

    private async Task<(ExpectedEffect Deed, Action? Note)> NextAsync(EppSessionPool pool) => random.Next(100) switch
    {
        // Only one worker, so that no other acknowledges its message; and most of the time, so that messages do not accumulate.
        < 90 when number == 0 => (await AcknowledgeAsync(pool), null),
        < 25 => (ExpectedEffect.Reading(new DomainCheck(OwnDomain(), $"ledig{number}.dk")), null),
        < 45 => (ExpectedEffect.Reading(new DomainInfo(OwnDomain())), null),
        < 68 => CreateOrDeleteHost(),
        < 70 => CreateDeleteOrRestoreDomain(),
        < 80 => (ChangeNameServers(), null),
        < 87 => (ChangeRenewal(), null),
        < 92 => (ChangeContact(), null),
        < 94 => (ExpectedEffect.Reading(new ContactInfo(Contact)), null),
        // Always rejected.
        < 96 => (new ExpectedEffect(new HostCreate { Name = NameServers[0], Addresses = [new HostAddress { Value = "8.8.8.8" }] }, static () => false), null),
        _ => (ExpectedEffect.Reading(new PollRequest()), null),
    };

    private string OwnDomain() => $"egen{number}-{random.Next(Domains)}.dk";

    private string NewDomain(int i) => $"ny{number}-{i}.dk";

    private string HostName(int i) => $"h{i}.clerk{number}.example.com";

    private (ExpectedEffect Deed, Action Note) CreateOrDeleteHost()
    {
        var name = HostName(random.Next(Hosts));
        return dk.Registry.FindHost(name) is null
            ? (new ExpectedEffect(new HostCreate { Name = name, Addresses = [new HostAddress { Value = "8.8.8.8" }] }, () => dk.Registry.FindHost(name) is not null), () => _hosts.Add(name))
            : (new ExpectedEffect(new HostDelete { Name = name }, () => dk.Registry.FindHost(name) is null), () => _hosts.Remove(name));
    }

    private (ExpectedEffect Deed, Action Note) CreateDeleteOrRestoreDomain()
    {
        var name = NewDomain(random.Next(NewDomains));
        var now = dk.Clock.GetUtcNow();
        return dk.Registry.FindDomain(name) switch
        {
            null => (new ExpectedEffect(DkDomain.Create(name, Contact, now, NameServers[..2]), () => dk.Registry.FindDomain(name) is not null), () => _domains.Add(name)),
            // After its deletion the registry may remove it at any time.
            { Deletion: null } => (new ExpectedEffect(new DomainDelete(name), () => dk.Registry.FindDomain(name)?.Deletion is not null), () => _domains.Remove(name)),
            _ => (new ExpectedEffect(DkDomain.Restore(name, now, now), () => dk.Registry.FindDomain(name) is { Deletion: null }), () => _domains.Add(name)),
        };
    }

    private ExpectedEffect ChangeNameServers()
    {
        var name = OwnDomain();
        var hasThird = HasThird();
        return new ExpectedEffect(
            DkDomain.ReplaceNameServers(name, remove: [NameServers[hasThird ? 2 : 1]], add: [NameServers[hasThird ? 1 : 2]]),
            () => HasThird() != hasThird);

        bool HasThird() => dk.Registry.FindDomain(name)!.NameServers.Any(server => server.Ascii == NameServers[2]);
    }

    private ExpectedEffect ChangeRenewal()
    {
        var name = OwnDomain();
        var wanted = !dk.Registry.FindDomain(name)!.AutoRenew;
        return new ExpectedEffect(DkDomain.SetAutoRenew(name, wanted), () => dk.Registry.FindDomain(name)!.AutoRenew == wanted);
    }

    private ExpectedEffect ChangeContact()
    {
        string voice;
        do
        {
            voice = $"+45.{random.Next(20_000_000, 29_999_999)}";
        }
        while (dk.Registry.FindContact(Contact)!.Voice == voice);
        return new ExpectedEffect(DkContact.Update(Contact, new ContactChange { Voice = voice }), () => dk.Registry.FindContact(Contact)!.Voice == voice);
    }

    private async Task<ExpectedEffect> AcknowledgeAsync(EppSessionPool pool)
    {
        var head = await Eventually.SucceedsAsync(() => pool.PollAsync());
        return head is null
            ? ExpectedEffect.Reading(new PollRequest())
            : new ExpectedEffect(new PollAcknowledge(head.Id), () => dk.Registry.RunExclusive(state => state.MessagesOf(dk.User).All(message => $"{message.Id}" != head.Id)));
    }
}
