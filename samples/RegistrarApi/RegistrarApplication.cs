using System.Text.Json.Serialization;
using EppClient;
using EppClient.Commands;
using EppClient.Diagnostics;
using EppClient.Dk;
using EppClient.Dk.Hosting;
using EppClient.Extensions.Hosting;
using EppClient.Polling;
using EppClient.Sqlite;
using OpenTelemetry.Metrics;
using RegistrarApi.Domains;
using RegistrarApi.Operations;
using RegistrarApi.Problems;
using Samples;
using Scalar.AspNetCore;

namespace RegistrarApi;

/// <summary>The web application: its services and its endpoints.</summary>
internal static class RegistrarApplication
{
    private const string LoopbackUrl = "http://localhost:5080";

    public static async Task<WebApplication> CreateAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls(LoopbackUrl);
        }

        var database = await EppSqliteDatabase.OpenAsync(builder.Configuration["Database"] ?? "registrar-api.db");
        var operations = await OperationStore.OpenAsync(database.Path);
        AddRegistry(builder, database);
        builder.Services
            .AddSingleton(operations)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<OperationRunner>()
            .AddHostedService<OperationRecovery>()
            .AddProblemDetails()
            .AddExceptionHandler<EppExceptionHandler>()
            .AddValidation()
            .AddOpenApi()
            .ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(EppTelemetry.MeterName).AddPrometheusExporter());

        var app = builder.Build();

        // The container disposes in the opposite order of creation: the pool, then the registry that it is connected to.
        _ = app.Services.GetService<EmbeddedRegistry>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapOpenApi();
        app.MapScalarApiReference("/docs", page => page.DisableDefaultFonts());
        app.MapHealthChecks("/health");
        app.MapPrometheusScrapingEndpoint();
        app.MapDomains();
        app.MapOperations();
        return app;
    }

    private static void AddRegistry(WebApplicationBuilder builder, EppSqliteDatabase database)
    {
        if (builder.Configuration["Epp:Dk:Host"] is null)
        {
            EmbeddedRegistry.AddTo(builder);
        }

        // Factories, because the container disposes what they return: the pool first, then what it uses.
        builder.Services
            .AddSingleton(_ => database)
            .AddSingleton<IEppPollInbox>(provider => new EppSqlitePollInbox(provider.GetRequiredService<EppSqliteDatabase>()))
            .AddSingleton<IEppCommandJournal>(provider => new EppSqliteJournal(provider.GetRequiredService<EppSqliteDatabase>(), owner: Environment.MachineName));

        // OperationRecovery reconciles the journal, to store the results.
        builder.Configuration["Epp:Dk:ReconcileAtStart"] = "false";
        builder.Services.AddEppClient("dk", builder.Configuration.GetSection("Epp:Dk"))
            .AddDkRegistrar()
            .Configure((options, provider) => options with { Recovery = options.Recovery with { Journal = provider.GetRequiredService<IEppCommandJournal>() } })
            .AddSessionCheck()
            .AddQueueCheck(maxAge: TimeSpan.FromMinutes(15))
            .AddPollWorker()
            .MapPollEvents(DkPollEvent.From)
            .AddPollHandler<DkPollEvent, DecisionHandler>()
            .AddPollHandler<PollMessage>((_, _, _) => Task.CompletedTask);
    }
}
