namespace EppClient;

/// <summary>Sending without exceptions: how a command ended is a value to switch on.</summary>
public static class EppOutcomeExtensions
{
    /// <summary>Sends a command and tells how it ended. Throws only where arguments are wrong.</summary>
    /// <param name="client">A pool or a session.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">What this call sets for itself.</param>
    /// <param name="cancellationToken">The token to cancel the operation. That too ends in an outcome: not sent, or unknown.</param>
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

    /// <summary>Sends a command and tells how it ended: an <see cref="EppCompleted{TData}"/> where all went well. Throws only where arguments are wrong.</summary>
    /// <typeparam name="TData">What the registry answers with.</typeparam>
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
