using EppClient;
using EppClient.Dk.Testing;
using EppClient.Testing.Server;

namespace DkSandbox.Admin;

/// <summary>The data and actions of the page; scripts can use them too.</summary>
internal static class AdminApi
{
    private static readonly TimeSpan LongestMove = TimeSpan.FromDays(3660);

    public static void Map(WebApplication app, DkTestRegistry server, ExchangeFeed feed, DomainHistory history)
    {
        var registry = server.Registry;
        app.MapGet("/api/registry", () => TypedResults.Json(ViewOf.Registry(server), AdminJson.Default.RegistryView));
        app.MapGet("/api/frames", (CancellationToken gone) => TypedResults.ServerSentEvents(feed.ListenAsync(gone), "exchange"));
        app.MapGet("/api/domains/{name}/history", (string name) => TypedResults.Json(
            EppDomainName.TryParse(name, out var known) ? history.Of(known) : [], AdminJson.Default.IReadOnlyListHistoryView));
        app.MapGet("/api/state", () => TypedResults.Text(registry.ToJson(), "application/json"));
        app.MapGet("/api/authority", () => TypedResults.Text(server.Server.ExportCaPem(), "application/x-pem-file"));

        app.MapPost("/api/clock", (ClockMove move) => Actions.Do(() =>
        {
            Actions.Demand(move.Time >= TimeSpan.Zero && move.Time <= LongestMove, "The clock can only move forward, by at most ten years.");
            registry.Advance(move.Time);
        }));
        app.MapPost("/api/shutdown", (ShutdownOrder order) => Actions.Do(order.On ? registry.BeginShutdown : registry.EndShutdown));
        app.MapPost("/api/faults", (FaultOrder order) => Actions.Do(() => Inject(server, order.Fault)));
        app.MapPost("/api/connections/abort", () => Actions.Do(server.Server.AbortConnections));
        app.MapPost("/api/accounts/{handle}/deposit", (string handle, Deposit deposit) => Actions.Do(() =>
        {
            Actions.Demand(registry.FindAccount(handle) is not null, $"The account {handle} does not exist.");
            registry.Deposit(handle, deposit.Amount);
        }));
        app.MapPost("/api/waiting-list", (OfferOrder offer) => Actions.Do(() => registry.OfferFromWaitingList(offer.Name, offer.Owner, offer.Code)));
        MapPersons(app, registry);
        MapDomains(app, registry);
        SelfServiceApi.Map(app, registry);
        ConnectionApi.Map(app, server);
    }

    private static void MapPersons(WebApplication app, DkRegistry registry)
    {
        app.MapPost("/api/contacts/{handle}/id-check", (string handle, CheckEnd check) => Actions.Do(check.Outcome switch
        {
            "passed" => registry.Person(handle).CompleteIdCheck,
            "failed" => registry.Person(handle).FailIdCheck,
            "cancelled" => () => registry.CancelCheck(handle),
            _ => () => throw new InvalidOperationException($"'{check.Outcome}' is not an outcome: use passed, failed or cancelled."),
        }));
        app.MapPost("/api/contacts/{handle}/email", (string handle) => Actions.Do(registry.Person(handle).ConfirmEmail));
        app.MapPost("/api/contacts/{handle}/bounce", (string handle, Bounce bounce) => Actions.Do(() =>
        {
            Actions.Demand(registry.FindContact(handle) is not null, $"The contact {handle} does not exist.");
            registry.ReportBouncedEmail(handle, bounce.Reason, bounce.Secondary);
        }));
        app.MapPost("/api/consent-requests", (ConsentResponse response) => Actions.Do(() =>
        {
            var person = registry.Person(response.Person);
            if (response.Accepted)
            {
                person.Accept(response.Subject);
            }
            else
            {
                person.Refuse(response.Subject);
            }
        }));
    }

    private static void MapDomains(WebApplication app, DkRegistry registry)
    {
        app.MapPost("/api/domains/{name}", (string name, DomainOrder order) => Actions.Do(() =>
        {
            Actions.Demand(registry.FindDomain(name) is not null, $"The domain {name} does not exist.");
            Action<string> action = order.Action switch
            {
                "block" => registry.Block,
                "unblock" => registry.Unblock,
                "invoice" => registry.SendInvoice,
                "pay" => registry.RecordPayment,
                "suspend" => registry.SuspendForMissingPayment,
                "keep" => registry.StopDeletion,
                _ => throw new InvalidOperationException($"'{order.Action}' is not an action: use block, unblock, invoice, pay, suspend or keep."),
            };
            action(name);
        }));

        // As a registrant does on the registry's own web pages: the token is for the registrar that will get the domain.
        app.MapPost("/api/domains/{name}/token", IResult (string name) => registry.FindDomain(name) is { } domain
            ? TypedResults.Json(new TokenView(registry.Person(domain.Registrant).CreateTransferToken(name)), AdminJson.Default.TokenView)
            : Actions.Refused($"The domain {name} does not exist."));
    }

    private static void Inject(DkTestRegistry server, string fault)
    {
        if (fault == "fail")
        {
            server.Registry.FailNextCommand();
            return;
        }

        Actions.Demand(Enum.TryParse<EppServerFault>(fault, ignoreCase: true, out var kind) && Enum.IsDefined(kind), $"'{fault}' is not a fault: use fail, {string.Join(", ", Enum.GetNames<EppServerFault>())}.");
        server.Server.InjectFault(kind);
    }
}
