using EppClient.Testing.Dk;
using EppClient.Testing.Dk.Policies;
using EppClient.Testing.Server;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.IntegrationTests.Registry.Wire;

/// <summary>A listening registry that knows what the published examples speak of.</summary>
internal static class WireWorld
{
    public static DkTestRegistry Start(DkQuirks? quirks = null, Func<EppTestServerOptions, EppTestServerOptions>? server = null, bool validates = true, Action<DkRegistryBuilder>? seed = null, IApplicationPolicy? applications = null)
    {
        var serverOptions = new EppTestServerOptions();
        return DkTestRegistry.Start(
            new DkTestRegistryOptions
            {
                Account = RegistryWorld.One,
                ValidatesRequests = validates,
                User = "EPP-123",
                Password = "1234-Test",
                Clock = new DkClock(RegistryWorld.Start, new FakeTimeProvider()),
                Registry = new DkRegistryOptions { Quirks = quirks ?? new DkQuirks(), Applications = applications ?? new ApplicationPolicy() },
                Server = server?.Invoke(serverOptions) ?? serverOptions,
            },
            builder =>
            {
                Corpus.Seed(builder
                    .Account(RegistryWorld.Two)
                    .User(RegistryWorld.UserTwo, RegistryWorld.Password, RegistryWorld.Two)
                    .Contact(RegistryWorld.Checked, "Ida Prøve", contact => contact with { Sponsor = RegistryWorld.One })
                    .Contact(RegistryWorld.RegistrantManaged, "Kaj Hansen")
                    .Contact(DkHandle.Registry, "Registret")
                    .Hosts(RegistryWorld.One, RegistryWorld.Ns1, RegistryWorld.Ns2, RegistryWorld.Ns3)
                    .Domain("eksempel.dk", RegistryWorld.Checked, [RegistryWorld.Ns1, RegistryWorld.Ns2])
                    .Domain("gammel.dk", RegistryWorld.RegistrantManaged, [RegistryWorld.Ns1, RegistryWorld.Ns2]));
                seed?.Invoke(builder);
            });
    }
}
