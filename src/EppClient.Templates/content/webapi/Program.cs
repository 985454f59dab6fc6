using EppClient;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Hosting;
using EppClient.Extensions.Hosting;
using Samples;

var builder = WebApplication.CreateBuilder(args);
if (builder.Configuration["Epp:Dk:Host"] is null)
{
    EmbeddedRegistry.AddTo(builder);
}

builder.Services.AddEppClient("dk", builder.Configuration.GetSection("Epp:Dk")).AddDkRegistrar().AddSessionCheck();
builder.Services.AddProblemDetails().AddExceptionHandler<EppExceptionHandler>();

var app = builder.Build();

// The embedded registry, if there is one, is disposed after the pool.
_ = app.Services.GetService<EmbeddedRegistry>();
app.UseExceptionHandler();
app.MapHealthChecks("/health");

app.MapGet("/domains/{name}/availability", async (EppDomainName name, IEppClient client, CancellationToken cancellationToken) =>
    new { available = (await client.SendAsync(new DomainCheck(name.Ascii), cancellationToken)).Data[name.Ascii].Available });

app.MapGet("/domains/{name}", async (EppDomainName name, IDkRegistrar registrar, CancellationToken cancellationToken) =>
{
    var domain = await registrar.GetDomainAsync(name.Ascii, cancellationToken);
    return new { domain.Name, domain.Info.ExpiryDate, domain.NameServers };
});

// The request's cancellation is not passed on: a command that is cancelled after it was sent has an unknown outcome.
app.MapPost("/domains/{name}/renewal", async (EppDomainName name, IDkRegistrar registrar) =>
{
    var response = await registrar.Domain(name.Ascii).RenewAsync();
    return response.Pending is null ? Results.Ok() : Results.Accepted();
});

app.Run();
