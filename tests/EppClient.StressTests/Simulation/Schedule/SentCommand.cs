using EppClient.Commands;
using EppClient.StressTests.Simulation.Registry;

namespace EppClient.StressTests.Simulation.Schedule;

/// <summary>A command in flight, and the comparison of the caller's result with the registry's action.</summary>
internal sealed class SentCommand(string id, string name, IEppCommand command, long due, Func<SentCommand, CancellationToken, Task<EppResponse>> send) : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private EppOutcomeUnknownCanceledException? _cancelled;

    public string Id => id;

    public string Name => name;

    public IEppCommand Command => command;

    /// <summary>Its position among the callers that wait for a session; null if it is sent on a rented session.</summary>
    public EppPriority? Priority { get; init; }

    /// <summary>The deadline.</summary>
    public long Due => due;

    /// <summary>The reconciliation of a command with an unknown outcome; null if there was none, or the pool was disposed.</summary>
    public Task<EppReconciliation?>? Finding { get; private set; }

    public bool IsCancelled => _cancellation.IsCancellationRequested;

    public Task<EppResponse> Outcome { get; private set; } = Task.FromCanceled<EppResponse>(new CancellationToken(canceled: true));

    public Task Start() => Outcome = send(this, _cancellation.Token);

    public void Cancel() => _cancellation.Cancel();

    /// <summary>Reconciles the command if its outcome is unknown.</summary>
    public void AskWhereUnknown()
    {
        var unsettled = Outcome.Exception?.InnerException is EppOutcomeUnknownException unknown ? unknown.IndeterminateCommand
            : _cancelled?.IndeterminateCommand;
        if (unsettled is not null)
        {
            Finding = AskAsync(unsettled);
        }
    }

    /// <summary>Throws if the registry's state, now or later, contradicts the reconciliation.</summary>
    public async Task<bool> VerifyFindingAsync(SimulatedRegistry registry)
    {
        if (Finding is null || await Finding is not { } found)
        {
            return false;
        }

        var executed = registry.Log.Executed(id);
        switch (found.Status)
        {
            case EppReconciliationStatus.NotApplied:
                executed.Should().Be(0, "{0} was reported as not applied: {1}", id, found.Explanation);
                break;
            case EppReconciliationStatus.Applied when command.Verb == EppVerb.Create:
                executed.Should().Be(1, "{0} was reported as applied: {1}", id, found.Explanation);
                break;
        }

        return true;
    }

    public void Dispose() => _cancellation.Dispose();

    /// <summary>Throws if the outcome contradicts the registry.</summary>
    public async Task VerifyAsync(SimulatedRegistry registry, bool poolIsDisposed)
    {
        Outcome.IsCompleted.Should().BeTrue("each command completes");
        var executed = registry.Log.Executed(id);
        try
        {
            var response = await Outcome;
            VerifyResponse(response, executed);
        }
        catch (OperationCanceledException exception)
        {
            _cancelled = exception as EppOutcomeUnknownCanceledException;
            IsCancelled.Should().BeTrue("{0} was not cancelled by its caller", id);
            executed.Should().BeLessThanOrEqualTo(1);
            if (_cancelled is null)
            {
                VerifyUnseen(registry);
            }
        }
        catch (ObjectDisposedException)
        {
            poolIsDisposed.Should().BeTrue();
            VerifyUnseen(registry);
        }
        catch (EppException exception) when (exception.Delivery == EppDelivery.NotSent)
        {
            VerifyUnseen(registry);
        }
        catch (EppException exception)
        {
            exception.Delivery.Should().Be(EppDelivery.MaybeSent, "{0}: {1}", id, exception.Message);
            executed.Should().BeLessThanOrEqualTo(1);
        }
    }

    private void VerifyResponse(EppResponse response, int executed)
    {
        response.ClientTransactionId.Should().Be(id, "a response never reaches the wrong caller");
        switch (command)
        {
            case DomainCheck when response.IsSuccess:
                response.DataElements.OfType<DomainCheckResult>().Single().Items[0].Name.Should().Be(name);
                break;
            case DomainCreate when response.IsSuccess:
                response.DataElements.OfType<DomainCreateResult>().Single().Name.Should().Be(name);
                break;
        }

        executed.Should().Be(response.IsSuccess && command.Verb is EppVerb.Create or EppVerb.Delete && response.IsSuccess ? 1 : 0, "{0} received response {1}", id, response.Code);
    }

    private static async Task<EppReconciliation?> AskAsync(EppIndeterminateCommand unsettled)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await unsettled.ReconcileAsync();
            }
            catch (EppException) when (tries < 20)
            {
                // The registry could not be queried: retry.
            }
            catch (Exception e) when (e is EppException or ObjectDisposedException)
            {
                return null;
            }
        }
    }

    private void VerifyUnseen(SimulatedRegistry registry)
    {
        if (command.Verb is EppVerb.Create or EppVerb.Delete)
        {
            registry.Log.Seen(id).Should().Be(0, "{0} was reported as not sent", id);
        }
    }
}
