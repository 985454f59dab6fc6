namespace EppClient;

/// <summary>Extension methods that return the outcome of a command as a value instead of throwing.</summary>
public static class EppOutcomeExtensions
{
    /// <summary>Sends a command and returns its outcome. Throws only for invalid arguments.</summary>
    /// <param name="client">A pool or a session.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">The options of this call.</param>
    /// <param name="cancellationToken">The token to cancel the operation. The outcome is then not sent or unknown.</param>
    public static async Task<EppOutcome> SendForOutcomeAsync(
        this IEppClient client, IEppCommand command, EppSendOptions options, CancellationToken cancellationToken = default)
    {
        try
        {
            var response = await client.TrySendAsync(command, options, cancellationToken).ConfigureAwait(false);
            return response.IsSuccess ? new EppCompleted(response) : new EppRejected(response);
        }
        catch (Exception e) when (OutcomeOf(e) is { } outcome)
        {
            return outcome;
        }
    }

    /// <inheritdoc cref="SendForOutcomeAsync(IEppClient, IEppCommand, EppSendOptions, CancellationToken)"/>
    public static Task<EppOutcome> SendForOutcomeAsync(this IEppClient client, IEppCommand command, CancellationToken cancellationToken = default) =>
        client.SendForOutcomeAsync(command, EppSendOptions.Default, cancellationToken);

    /// <summary>Sends a command and returns its outcome: an <see cref="EppCompleted{TData}"/> if it succeeded. Throws only for invalid arguments.</summary>
    /// <typeparam name="TData">The type of the response's data.</typeparam>
    /// <inheritdoc cref="SendForOutcomeAsync(IEppClient, IEppCommand, EppSendOptions, CancellationToken)"/>
    public static async Task<EppOutcome> SendForOutcomeAsync<TData>(
        this IEppClient client, IEppCommand<TData> command, EppSendOptions options, CancellationToken cancellationToken = default)
        where TData : class
    {
        var outcome = await client.SendForOutcomeAsync((IEppCommand)command, options, cancellationToken).ConfigureAwait(false);
        return outcome is EppCompleted completed ? new EppCompleted<TData>(completed.Response.To(command)) : outcome;
    }

    /// <inheritdoc cref="SendForOutcomeAsync{TData}(IEppClient, IEppCommand{TData}, EppSendOptions, CancellationToken)"/>
    public static Task<EppOutcome> SendForOutcomeAsync<TData>(this IEppClient client, IEppCommand<TData> command, CancellationToken cancellationToken = default)
        where TData : class => client.SendForOutcomeAsync(command, EppSendOptions.Default, cancellationToken);

    private static EppOutcome? OutcomeOf(Exception exception) => exception switch
    {
        EppOutcomeUnknownException unknown => new EppOutcomeUnknown(unknown.IndeterminateCommand, unknown),
        EppOutcomeUnknownCanceledException unknown => new EppOutcomeUnknown(unknown.IndeterminateCommand, unknown),
        EppException { Delivery: EppDelivery.NotSent } => new EppNotSent(exception),
        EppException or CancelledAfterSendException => new EppOutcomeUnknown(null, exception),
        OperationCanceledException or ObjectDisposedException => new EppNotSent(exception),
        _ => null,
    };
}
