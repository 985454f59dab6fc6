using EppClient;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Hosting;
using EppClient.Extensions.Hosting;
using EppClient.Polling;
using EppClient.Sqlite;
using Samples;

var builder = Host.CreateApplicationBuilder(args);
if (builder.Configuration["Epp:Dk:Host"] is null)
{
    EmbeddedRegistry.AddTo(builder);
}

await using var database = await EppSqliteDatabase.OpenAsync(builder.Configuration["Database"] ?? "registrar.db");
builder.Services
    .AddSingleton<IEppPollInbox>(new EppSqlitePollInbox(database))
    .AddSingleton<IEppCommandJournal>(new EppSqliteJournal(database, owner: Environment.MachineName));
builder.Services.AddEppClient("dk", builder.Configuration.GetSection("Epp:Dk"))
    .AddDkRegistrar()
    .Configure((options, provider) => options with { Recovery = options.Recovery with { Journal = provider.GetRequiredService<IEppCommandJournal>() } })
    .AddSessionCheck()
    .AddQueueCheck(maxAge: TimeSpan.FromMinutes(15))
    .AddPollWorker()
    .MapPollEvents(DkPollEvent.From)
    .AddPollHandler<DkApplicationDecided, DecisionHandler>()
    .AddPollHandler<PollMessage>((_, _, _) => Task.CompletedTask);

var host = builder.Build();

// The embedded registry, if there is one, is disposed after the pool.
_ = host.Services.GetService<EmbeddedRegistry>();
await host.RunAsync();
