using System.Net;

namespace EppClient.Dk.Testing.FastTrack;

/// <summary>Fast-track transfers: prepared and recorded one at a time, like commands; the registry continues to work during the call.</summary>
internal static class FastTrackTransfers
{
    public static async Task<DkFastTrackTransfer> RunAsync(
        DkRegistry registry, string registrant, string registrar, IReadOnlyList<EppDomainName> domains, IPAddress address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (endpoint, request, granted) = registry.RunExclusive(state => Prepare(state, registrant, registrar, domains, address));
        var result = await new FastTrackCall(registry.Options.FastTrack, registry.Clock).SendAsync(endpoint, request, cancellationToken).ConfigureAwait(false);
        var transfer = new DkFastTrackTransfer
        {
            Registrant = registrant,
            Registrar = registrar,
            Domains = domains,
            ConsentGranted = granted,
            ConsentAddress = address,
            Outcome = result.Outcome,
            StatusCode = result.StatusCode,
            Message = result.Message,
            SessionUrl = result.SessionUrl,
            Violation = result.Violation,
        };
        return registry.RunExclusive(state =>
        {
            state.FastTrackTransfers.Add(transfer);
            return transfer;
        });
    }

    private static (DkFastTrackEndpoint Endpoint, FastTrackRequest Request, DateTimeOffset Granted) Prepare(
        DkState state, string registrant, string registrar, IReadOnlyList<EppDomainName> domains, IPAddress address)
    {
        if (!state.Options.PersonsRespond)
        {
            throw new InvalidOperationException("As in the registry's own sandbox, there is no self-service. Create a token for the domain.");
        }

        return state.Accounts.GetValueOrDefault(registrar) is { FastTrack: { } endpoint } account
            ? (endpoint, FastTrackRequests.Create(state, registrant, account, domains, address), state.Now)
            : throw new InvalidOperationException($"{registrar} has not opted in to fast-track transfers: set the endpoint of its account, or create a token for the domain.");
    }
}
