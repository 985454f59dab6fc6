using System.Text;
using EppClient;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.Testing.Server;
using MultiRegistry;

Console.OutputEncoding = Encoding.UTF8;

// Two registries run in this program: .dk, and .example, whose extension exreg is in Schemas. Yours have other hosts and accounts.
await using var dkRegistry = DkTestRegistry.Start();
await using var exampleRegistry = EppTestServer.Start(new ExampleRegistry());

// One pool for each account at each registry. A registry's specifics are in its profile: .dk has a package, and .example uses the RFCs
// with one more schema.
await using var dk = new EppSessionPool(new EppOptions
{
    Host = dkRegistry.Host,
    Port = dkRegistry.Port,
    ClientId = dkRegistry.User,
    Password = dkRegistry.Password,
    Profile = DkProfile.Current,
    Tls = new EppTlsOptions { TrustedRoots = [dkRegistry.CaCertificate] },
});
await using var example = new EppSessionPool(new EppOptions
{
    Host = exampleRegistry.Host,
    Port = exampleRegistry.Port,
    ClientId = ExampleRegistry.User,
    Password = ExampleRegistry.Password,
    Profile = EppProfiles.Standard with { Name = "example", Schemas = [.. EppProfiles.Standard.Schemas, ExregSchema.Instance] },
    Tls = new EppTlsOptions { TrustedRoots = [exampleRegistry.CaCertificate] },
});

// Code that is independent of the registry uses an IEppClient.
Dictionary<string, IEppClient> registries = new(StringComparer.OrdinalIgnoreCase) { ["dk"] = dk, ["example"] = example };
string[] names = ["eksempel.dk", "shop.example", "taken.example"];

// Names of one registry are in one command, and the registries are queried at the same time.
var responses = await Task.WhenAll(names
    .GroupBy(name => name[(name.LastIndexOf('.') + 1)..])
    .Select(group => registries[group.Key].SendAsync(new DomainCheck([.. group]))));
foreach (var item in responses.SelectMany(response => response.Data.Items))
{
    Console.WriteLine($"{item.Name,-14} {(item.Available ? "free" : $"taken: {item.Reason}")}");
}

// The extension of .example is typed too: ExregCreate is generated from its schema, and is sent with the command.
var created = await example.SendAsync(new DomainCreate("shop.example", DomainAuthInfo.FromPassword("2fooBAR-9"))
{
    Extensions = [new ExregCreate { Contract = "C-2026-17", Holder = "Ida Prøve" }],
});
Console.WriteLine($"{created.Data.Name} is registered until {created.Data.ExpiryDate:yyyy-MM-dd}");

var info = await example.SendAsync(new DomainInfo("shop.example"));
Console.WriteLine($"{info.Data.Name} has contract {info.Extension<ExregInfoResult>()?.Contract}");

// With another verb it would not compile. For a registry that does not offer it, it is refused here, before anything is sent.
try
{
    _ = await dk.SendAsync(new DomainCreate("andet.dk", DomainAuthInfo.FromPassword("2fooBAR-9")) { Extensions = [new ExregCreate { Contract = "C-2026-18" }] });
}
catch (EppValidationException e)
{
    Console.WriteLine($"not sent to .dk: {e.Message}");
}
