using EppClient;
using EppClient.Commands;
using EppClient.Diagnostics;
using EppClient.Dk;
using EppClient.Dk.Hosting;
using EppClient.Extensions.Hosting;
using EppClient.Polling;
using EppClient.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using RegistrarBackend;
using Samples;

// The backend of a .dk registrar: handles poll messages and monitors its health; with --Telemetry=console it also writes metrics and traces.
// Without settings it uses a registry in the current process, and applies for a domain to have something to do. With an account:
//   Epp__Dk__Password=... dotnet run --project samples/RegistrarBackend -- --Epp:Dk:Host=epp.example --Epp:Dk:ClientId=EPP-100001 --Epp:Dk:SponsorId=REG-100001
var builder = Host.CreateApplicationBuilder(args);
builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
var isDemo = builder.Configuration["Epp:Dk:Host"] is null;
if (isDemo)
{
    EmbeddedRegistry.AddTo(builder);
}

await using var database = await EppSqliteDatabase.OpenAsync(builder.Configuration["Database"] ?? "registrar.db");
await DecisionHandler.CreateTableAsync(database.Path);

builder.Services
    .AddSingleton<IEppPollInbox>(new EppSqlitePollInbox(database))
    .AddSingleton<IEppCommandJournal>(new EppSqliteJournal(database, owner: Environment.MachineName))
    .AddSingleton<IHealthCheckPublisher, HealthLog>();
builder.Services.AddEppClient("dk", builder.Configuration.GetSection("Epp:Dk"))
    .AddDkRegistrar()
    .Configure((options, provider) => options with { Recovery = options.Recovery with { Journal = provider.GetRequiredService<IEppCommandJournal>() } })
    .AddSessionCheck()
    .AddQueueCheck(maxAge: TimeSpan.FromMinutes(15))
    .AddBalanceCheck(threshold: 500m)
    .AddPollWorker()
    .MapPollEvents(DkPollEvent.From)
    .AddPollHandler<DkApplicationDecided, DecisionHandler>()
    .AddPollHandler<PollMessage, MessageLog>();

// Hundreds of lines a minute: only on request.
if (builder.Configuration["Telemetry"] == "console")
{
    builder.Services.AddOpenTelemetry()
        .WithMetrics(metrics => metrics.AddMeter(EppTelemetry.MeterName).AddConsoleExporter())
        .WithTracing(tracing => tracing.AddSource(EppTelemetry.ActivitySourceName).AddConsoleExporter());
}

if (isDemo)
{
    builder.Services.AddHostedService<Customer>();
}

var host = builder.Build();
_ = host.Services.GetService<EmbeddedRegistry>();
await host.RunAsync();
