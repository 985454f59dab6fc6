using EppClient;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.Testing.Server;
using Example.Shop;

// A registrar's first program against an unknown registry. The test checks each line that it prints.
await using var server = EppTestServer.Start(new OrchardService());
await using var pool = new EppSessionPool(new EppOptions
{
    Host = server.Host,
    Port = server.Port,
    ClientId = OrchardService.User,
    Password = OrchardService.Password,
    Profile = EppProfiles.Standard with { Name = "orchard", Schemas = [.. EppProfiles.Standard.Schemas, OrchardSchema.Instance] },
    Tls = new EppTlsOptions { TrustedRoots = [server.CaCertificate] },
});

var planting = new OrchardCreate
{
    Items = [OrchardCreateItem.FromTree("Ingrid Marie", 3), OrchardCreateItem.FromRemark("<&> from the nursery"), OrchardCreateItem.FromTree("Filippa", 2)],
    Rows = [3, 4],
    Lease = "unlimited",
};
var create = new DomainCreate("a.example", DomainAuthInfo.FromPassword("2fooBAR")) { Extensions = [planting] };

var created = await pool.SendAsync(create);
var planted = created.Extension<OrchardCreateResult>()!;
Console.WriteLine($"registered: {created.Data.Name} until {created.Data.ExpiryDate:yyyy-MM-dd}");
Console.WriteLine($"planted: {planted.Trees} trees in rows of {string.Join(" and ", planted.Rows)} on {planted.Soil}, lease {planted.Lease}");
Console.WriteLine($"order: {string.Join(", ", planted.Order)}");

try
{
    await pool.SendAsync(create with { Extensions = [planting with { Lease = "for a while" }] });
}
catch (EppValidationException e)
{
    Console.WriteLine($"refused here: {e.Member}");
}

var message = (await pool.PollAsync())!;
var harvest = message.DataAs<OrchardHarvest>()!;
Console.WriteLine($"message {message.Id}: {harvest.Name} gave {harvest.Choice.DayGroup!.Weight} on {harvest.Choice.DayGroup.Day}");
await pool.AcknowledgeAsync(message);
Console.WriteLine($"queue: {(await pool.PollAsync() is null ? "empty" : "not empty")}");

// The phone number library, and upper case without culture data, also work in native code.
Console.WriteLine($"phone: {DkPhone.Normalize("20 20 20 20")}");
Console.WriteLine($"name: {EppDomainName.From("ÆØÅ.dk").Ascii}");

// The endpoint of fast-track transfers works without reflection: generated code reads the request, binds the settings and maps the route.
Console.WriteLine($"fast track: {await FastTrackShop.RunAsync()}");
