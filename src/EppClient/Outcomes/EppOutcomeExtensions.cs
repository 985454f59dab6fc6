using EppClient.Protocol;

namespace EppClient;

/// <summary>Sending without exceptions: how a command ended is a value to switch on.</summary>
public static class EppOutcomeExtensions
{
    /// <summary>Sends a command and tells how it ended. Throws only where arguments are wrong.</summary>
    /// <param name="client">A pool or a session.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">What this call sets for itself.</param>
    /// <param name="cancellationToken">Gives up. That too ends in an outcome: not sent, or unknown.</param>
    public static async Task<EppOutcome> AttemptAsync(
        this IEppClient client, IEppCommand command, EppSendOptions options, CancellationToken cancellationToken = default)
    {
        try
        {
            var response = await client.ExecuteAsync(command, options, cancellationToken).ConfigureAwait(false);
            return response.IsSuccess ? new EppCompleted(response) : new EppRejected(response);
        }
        catch (Exception e) when (OutcomeOf(e) is { } outcome)
        {
            return outcome;
        }
    }

    /// <inheritdoc cref="AttemptAsync(IEppClient, IEppCommand, EppSendOptions, CancellationToken)"/>
    public static Task<EppOutcome> AttemptAsync(this IEppClient client, IEppCommand command, CancellationToken cancellationToken = default) =>
        client.AttemptAsync(command, EppSendOptions.Default, cancellationToken);

    /// <summary>Sends a command and tells how it ended: an <see cref="EppCompleted{TData}"/> where all went well. Throws only where arguments are wrong.</summary>
    /// <typeparam name="TData">What the registry answers with.</typeparam>
    /// <inheritdoc cref="AttemptAsync(IEppClient, IEppCommand, EppSendOptions, CancellationToken)"/>
    public static async Task<EppOutcome> AttemptAsync<TData>(
        this IEppClient client, IEppCommand<TData> command, EppSendOptions options, CancellationToken cancellationToken = default)
        where TData : class
    {
        var outcome = await client.AttemptAsync((IEppCommand)command, options, cancellationToken).ConfigureAwait(false);
        return outcome is EppCompleted completed ? new EppCompleted<TData>(completed.Response.To(command)) : outcome;
    }

    /// <inheritdoc cref="AttemptAsync{TData}(IEppClient, IEppCommand{TData}, EppSendOptions, CancellationToken)"/>
    public static Task<EppOutcome> AttemptAsync<TData>(this IEppClient client, IEppCommand<TData> command, CancellationToken cancellationToken = default)
        where TData : class => client.AttemptAsync(command, EppSendOptions.Default, cancellationToken);

    private static EppOutcome? OutcomeOf(Exception exception) => exception switch
    {
        EppOutcomeUnknownException unknown => new EppUnknown(unknown.Unsettled, unknown),
        EppOutcomeUnknownCanceledException unknown => new EppUnknown(unknown.Unsettled, unknown),
        EppException { Delivery: EppDelivery.NotSent } => new EppNotSent(exception),
        EppException or CancelledAfterSendException => new EppUnknown(null, exception),
        OperationCanceledException or ObjectDisposedException => new EppNotSent(exception),
        _ => null,
    };
}
