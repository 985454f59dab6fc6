using DkFastTrack;
using EppClient.Sqlite;

// A registrar's web site for fast-track transfers. Without settings it starts a .dk registry in the current process, with the self-service page on which a
// registrant begins. With an account:
//   Epp__Dk__Password=... FastTrack__ApiKeys__0=... dotnet run --project samples/DkFastTrack -- --Epp:Dk:Host=epp.example --Epp:Dk:ClientId=EPP-100001
//     --Epp:Dk:SponsorId=REG-100001 --FastTrack:SessionUrl=https://registrar.example/transfer --Folder=/var/lib/registrar
var builder = WebApplication.CreateBuilder(args);
await using var demo = builder.Configuration["Epp:Dk:Host"] is null ? await DemoRegistry.StartAsync(builder) : null;
var folder = Directory.CreateDirectory(builder.Configuration["Folder"] ?? "data");
await using var database = await EppSqliteDatabase.OpenAsync(Path.Combine(folder.FullName, "registrar.db"));
builder.AddRegistrar(database);

await using var app = builder.Build();
app.MapRegistrar();
await app.StartAsync();
Console.WriteLine(demo?.Welcome ?? $"The site listens on {string.Join(", ", app.Urls)}.");
await app.WaitForShutdownAsync();
