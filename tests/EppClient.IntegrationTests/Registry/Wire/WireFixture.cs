using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Policies;
using EppClient.Testing.Server;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.IntegrationTests.Registry.Wire;

/// <summary>A listening registry with the objects of the published examples.</summary>
internal static class WireFixture
{
    public static DkTestRegistry Start(DkQuirks? quirks = null, Func<EppTestServerOptions, EppTestServerOptions>? server = null, bool validates = true, Action<DkRegistryBuilder>? seed = null, IApplicationPolicy? applications = null)
    {
        var serverOptions = new EppTestServerOptions();
        return DkTestRegistry.Start(
            new DkTestRegistryOptions
            {
                Account = DkRegistryFixture.One,
                ValidatesRequests = validates,
                User = "EPP-123",
                Password = "1234-Test",
                Clock = new DkClock(DkRegistryFixture.Start, new FakeTimeProvider()),
                Registry = new DkRegistryOptions { Quirks = quirks ?? new DkQuirks(), Applications = applications ?? new ApplicationPolicy() },
                Server = server?.Invoke(serverOptions) ?? serverOptions,
            },
            builder =>
            {
                Corpus.Seed(builder
                    .Account(DkRegistryFixture.Two)
                    .User(DkRegistryFixture.UserTwo, DkRegistryFixture.Password, DkRegistryFixture.Two)
                    .Contact(DkRegistryFixture.Checked, "Ida Prøve", contact => contact with { Sponsor = DkRegistryFixture.One })
                    .Contact(DkRegistryFixture.RegistrantManaged, "Kaj Hansen")
                    .Contact(DkHandle.Registry, "Registret")
                    .Hosts(DkRegistryFixture.One, DkRegistryFixture.Ns1, DkRegistryFixture.Ns2, DkRegistryFixture.Ns3)
                    .Domain("eksempel.dk", DkRegistryFixture.Checked, [DkRegistryFixture.Ns1, DkRegistryFixture.Ns2])
                    .Domain("gammel.dk", DkRegistryFixture.RegistrantManaged, [DkRegistryFixture.Ns1, DkRegistryFixture.Ns2]));
                seed?.Invoke(builder);
            });
    }
}
