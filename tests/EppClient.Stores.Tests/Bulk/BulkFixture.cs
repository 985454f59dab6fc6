using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.Stores.Tests.Servers;
using EppClient.TestHelper.Bulk;
using EppClient.Testing.Server;

namespace EppClient.Stores.Tests.Bulk;

/// <summary>A .dk registry with domains on two name servers, two more name servers to update them to, and a record of the received commands.</summary>
internal sealed class BulkFixture : IAsyncDisposable
{
    public BulkFixture(int domains)
    {
        Registry = DkTestRegistry.Start(
            new DkTestRegistryOptions { ValidatesRequests = false, Server = new EppTestServerOptions { FrameObserver = Account.Observe } },
            builder =>
            {
                builder.Hosts("REG-100001", "ns1.reg.example", "ns2.reg.example", "ns3.reg.example", "ns4.reg.example")
                    .Contact("AB1-DK", "Anne Berg", contact => contact with { Sponsor = "REG-100001" });
                for (var number = 1; number <= domains; number++)
                {
                    builder.Domain(BulkInput.NameOf(number), "AB1-DK", ["ns1.reg.example", "ns2.reg.example"]);
                }
            });
    }

    public RegistryAccount Account { get; } = new();

    public DkTestRegistry Registry { get; }

    public EppSessionPool Pool(Func<EppOptions, EppOptions>? change = null)
    {
        var options = new EppOptions
        {
            Host = Registry.Host,
            Port = Registry.Port,
            ClientId = Registry.User,
            Password = Registry.Password,
            SponsorId = Registry.Account,
            Profile = DkProfile.Current with { ReconciliationDelay = TimeSpan.FromMilliseconds(200) },
            Tls = new EppTlsOptions { TrustedRoots = [Registry.CaCertificate] },
        };
        return new EppSessionPool(change?.Invoke(options) ?? options);
    }

    /// <summary>The names of the domains that do not have the name servers that the rows request.</summary>
    public IReadOnlyList<string> NotMoved(int domains) =>
    [
        .. Enumerable.Range(1, domains).Select(number => BulkInput.NameOf(number))
            .Where(name => !Registry.Registry.FindDomain(name)!.NameServers.Select(server => server.ToString()).Order(StringComparer.Ordinal).SequenceEqual(["ns3.reg.example", "ns4.reg.example"])),
    ];

    /// <summary>Waits until the registry has responded to this many more commands, or a process has exited.</summary>
    public Task<Task> WhenRespondedAsync(int more, params JobProcess[] processes) =>
        Task.WhenAny([Account.WhenRespondedAsync(Account.Responses + more), .. processes.Select(process => process.WaitForExitAsync())]);

    /// <summary>Waits until the processes exit, and requires that each row is done and was executed once by the registry.</summary>
    public async Task RequireOnceAsync(StoreFixture house, string connectionString, int rows, params JobProcess[] processes)
    {
        foreach (var process in processes)
        {
            await process.WaitForExitAsync();
            process.ExitCode.Should().Be(0);
        }

        NotMoved(rows).Should().BeEmpty();
        Account.Updates.Where(update => update.Value != 1).Should().BeEmpty("the registry executed each update once");
        await JobProcess.RequireDoneAsync(house, "nameservers", rows, connectionString);
    }

    public ValueTask DisposeAsync() => Registry.DisposeAsync();
}
