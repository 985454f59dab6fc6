using EppClient;
using EppClient.Commands;
using EppClient.Dk;
using Microsoft.AspNetCore.Mvc;
using RegistrarApi.Operations;

namespace RegistrarApi.Domains;

/// <summary>The endpoints for domains. A change is an operation; see <see cref="OperationEndpoints"/>.</summary>
internal static class DomainEndpoints
{
    private const string KeyHeader = "Idempotency-Key";

    public static void MapDomains(this IEndpointRouteBuilder app)
    {
        var domains = app.MapGroup("/domains").WithTags("Domains");
        domains.MapGet("/{name}/availability", CheckAsync).WithSummary("Checks whether a name can be registered.");
        domains.MapGet("/{name}", ReadAsync).WithSummary("Reads a domain.");
        domains.MapPost("/", ApplyAsync).WithSummary("Applies for a domain. The decision comes later: ask the operation.").ProducesOperation();
        domains.MapPost("/{name}/renewal", RenewAsync).WithSummary("Renews a domain for one year.").ProducesOperation();
        domains.MapPut("/{name}/auto-renew", SetAutoRenewAsync).WithSummary("Sets automatic renewal.").ProducesOperation();
        domains.MapDelete("/{name}", DeleteAsync).WithSummary("Ends the right of use. The domain can be restored for 30 days.").ProducesOperation();
        domains.MapPost("/{name}/restoration", RestoreAsync).WithSummary("Restores a deleted domain.").ProducesOperation();
        domains.MapPut("/{name}/delegation", DelegateAsync).WithSummary("Sets the name servers and the DS records.");
    }

    private static async Task<Availability> CheckAsync(EppDomainName name, IEppClient client, CancellationToken cancellationToken)
    {
        var item = (await client.SendAsync(new DomainCheck(name.Ascii), cancellationToken)).Data[name.Ascii];
        return new Availability(name, item.Available, item.Reason);
    }

    private static async Task<DomainView> ReadAsync(EppDomainName name, IDkRegistrar registrar, CancellationToken cancellationToken) =>
        DomainView.From(await registrar.GetDomainAsync(name.Ascii, cancellationToken));

    private static Task<IResult> ApplyAsync(ApplicationRequest request, [FromHeader(Name = KeyHeader)] string? key, OperationRunner runner)
    {
        var application = new DkDomainApplication(request.Name!.Ascii, request.Registrant!, request.TermsAccepted!.Value, request.NameServers!);
        return runner.RunAsync(key, "create", request.Name, application.ToCommand());
    }

    private static async Task<IResult> RenewAsync(
        EppDomainName name, [FromHeader(Name = KeyHeader)] string? key, IDkRegistrar registrar, OperationRunner runner, CancellationToken cancellationToken)
    {
        // A repeated request must not renew from the new expiry date.
        if (await runner.FindRepeatedAsync(key) is { } repeated)
        {
            return repeated;
        }

        var domain = await registrar.GetDomainAsync(name.Ascii, cancellationToken);
        if (domain.FindRefusal(DkOperation.RenewDomain) is { } refusal)
        {
            throw new DkRefusedException(refusal);
        }

        return domain.Info.ExpiryDate is { } expiry
            ? await runner.RunAsync(key, "renew", name, DkDomain.Renew(name.Ascii, expiry))
            : Results.Problem("The domain has no expiry date yet.", statusCode: StatusCodes.Status409Conflict);
    }

    private static Task<IResult> SetAutoRenewAsync(EppDomainName name, AutoRenewRequest request, [FromHeader(Name = KeyHeader)] string? key, OperationRunner runner) =>
        runner.RunAsync(key, "auto-renew", name, DkDomain.SetAutoRenew(name.Ascii, request.AutoRenew!.Value));

    private static Task<IResult> DeleteAsync(EppDomainName name, [FromHeader(Name = KeyHeader)] string? key, OperationRunner runner) =>
        runner.RunAsync(key, "delete", name, new DomainDelete(name.Ascii));

    private static Task<IResult> RestoreAsync(EppDomainName name, [FromHeader(Name = KeyHeader)] string? key, OperationRunner runner, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return runner.RunAsync(key, "restore", name, DkDomain.Restore(name.Ascii, now, now));
    }

    // Several commands, which read the current state first: a repeated request sends only what is still missing, so it needs no key.
    private static async Task<DomainView> DelegateAsync(EppDomainName name, DelegationRequest request, IDkRegistrar registrar, CancellationToken cancellationToken)
    {
        await registrar.Domain(name.Ascii).SetNameServersAsync(request.NameServers!, [.. (request.DsRecords ?? []).Select(record => record.ToData())], cancellationToken);
        return await ReadAsync(name, registrar, cancellationToken);
    }

    private static RouteHandlerBuilder ProducesOperation(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<Operation>()
        .Produces<Operation>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status504GatewayTimeout);
}
