using System.Runtime.CompilerServices;
using EppClient.Commands;

namespace EppClient;

/// <summary>Extension methods that send commands.</summary>
public static class EppClientExtensions
{
    /// <summary>Sends a command and returns the response, also if the registry rejects the command.</summary>
    /// <param name="client">A pool or a session.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">The options of this call.</param>
    /// <param name="cancellationToken">The token to cancel the operation; see <see cref="IEppClient.SendCoreAsync"/>.</param>
    /// <inheritdoc cref="IEppClient.SendCoreAsync" path="/exception"/>
    public static Task<EppResponse> TrySendAsync(
        this IEppClient client, IEppCommand command, EppSendOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.SendCoreAsync(command, options, cancellationToken);
    }

    /// <inheritdoc cref="TrySendAsync(IEppClient, IEppCommand, EppSendOptions, CancellationToken)"/>
    public static Task<EppResponse> TrySendAsync(this IEppClient client, IEppCommand command, CancellationToken cancellationToken = default) =>
        client.TrySendAsync(command, EppSendOptions.Default, cancellationToken);

    /// <inheritdoc cref="TrySendAsync(IEppClient, IEppCommand, EppSendOptions, CancellationToken)"/>
    /// <typeparam name="TData">The type of the response's data.</typeparam>
    public static Task<EppResponse<TData>> TrySendAsync<TData>(
        this IEppClient client, IEppCommand<TData> command, EppSendOptions options, CancellationToken cancellationToken = default)
        where TData : class => client.SendCoreAsync(command, options, isRefusalThrown: false, cancellationToken);

    /// <inheritdoc cref="TrySendAsync{TData}(IEppClient, IEppCommand{TData}, EppSendOptions, CancellationToken)"/>
    public static Task<EppResponse<TData>> TrySendAsync<TData>(this IEppClient client, IEppCommand<TData> command, CancellationToken cancellationToken = default)
        where TData : class => client.TrySendAsync(command, EppSendOptions.Default, cancellationToken);

    /// <summary>Sends a command and throws if the registry rejects it.</summary>
    /// <param name="client">A pool or a session.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">The options of this call.</param>
    /// <param name="cancellationToken">The token to cancel the operation; see <see cref="IEppClient.SendCoreAsync"/>.</param>
    /// <exception cref="EppCommandException">The registry rejected the command (2xxx).</exception>
    /// <inheritdoc cref="IEppClient.SendCoreAsync" path="/exception"/>
    public static Task<EppResponse> SendAsync(
        this IEppClient client, IEppCommand command, EppSendOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client is IDirectClient direct
            ? direct.SendAsync(command, options, cancellationToken)
            : EnsureSuccessAsync(client.SendCoreAsync(command, options, cancellationToken));
    }

    /// <inheritdoc cref="SendAsync(IEppClient, IEppCommand, EppSendOptions, CancellationToken)"/>
    public static Task<EppResponse> SendAsync(this IEppClient client, IEppCommand command, CancellationToken cancellationToken = default) =>
        client.SendAsync(command, EppSendOptions.Default, cancellationToken);

    /// <inheritdoc cref="SendAsync(IEppClient, IEppCommand, EppSendOptions, CancellationToken)"/>
    /// <typeparam name="TData">The type of the response's data.</typeparam>
    public static Task<EppResponse<TData>> SendAsync<TData>(
        this IEppClient client, IEppCommand<TData> command, EppSendOptions options, CancellationToken cancellationToken = default)
        where TData : class => client.SendCoreAsync(command, options, isRefusalThrown: true, cancellationToken);

    /// <inheritdoc cref="SendAsync{TData}(IEppClient, IEppCommand{TData}, EppSendOptions, CancellationToken)"/>
    public static Task<EppResponse<TData>> SendAsync<TData>(this IEppClient client, IEppCommand<TData> command, CancellationToken cancellationToken = default)
        where TData : class => client.SendAsync(command, EppSendOptions.Default, cancellationToken);

    /// <summary>Reads the message at the head of the queue. The message stays in the queue until it is acknowledged.</summary>
    /// <param name="client">A pool or a session.</param>
    /// <param name="cancellationToken">The token to cancel the operation. The message stays in the queue.</param>
    /// <returns>The message, or null if the queue is empty.</returns>
    /// <inheritdoc cref="SendAsync(IEppClient, IEppCommand, EppSendOptions, CancellationToken)" path="/exception"/>
    public static async Task<PollMessage?> PollAsync(this IEppClient client, CancellationToken cancellationToken = default) =>
        (await client.SendAsync(new PollRequest(), cancellationToken).ConfigureAwait(false)).DataOrNull;

    /// <summary>Removes a message from the queue. Call it after the message is processed and all results are stored.</summary>
    /// <param name="client">A pool or a session.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">The token to cancel the operation. Whether the message is still in the queue is then unknown.</param>
    /// <inheritdoc cref="SendAsync(IEppClient, IEppCommand, EppSendOptions, CancellationToken)" path="/exception"/>
    public static async Task AcknowledgeAsync(this IEppClient client, PollMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        await client.SendAsync(new PollAcknowledge(message.Id), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads the messages of the queue until it is empty. Each message is acknowledged when the loop asks for the next one, that is, after its body has
    /// completed; if the body throws or leaves the loop, the message stays in the queue. For messages that must be handled exactly once use
    /// <see cref="Polling.EppPollConsumer"/>.
    /// </summary>
    /// <param name="client">A pool or a session.</param>
    /// <param name="cancellationToken">The token to cancel the operation; messages that are not acknowledged stay in the queue.</param>
    /// <exception cref="EppProtocolException">The registry returned a message again after it had acknowledged it.</exception>
    /// <inheritdoc cref="SendAsync(IEppClient, IEppCommand, EppSendOptions, CancellationToken)" path="/exception"/>
    /// <example>
    /// <code>
    /// await foreach (var message in pool.ReadMessagesAsync(cancellationToken))
    /// {
    ///     Console.WriteLine($"{message.QueuedDate}: {message.Text}");
    /// }
    /// </code>
    /// </example>
    public static IAsyncEnumerable<PollMessage> ReadMessagesAsync(this IEppClient client, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return ReadUntilEmptyAsync(client, cancellationToken);
    }

    private static async IAsyncEnumerable<PollMessage> ReadUntilEmptyAsync(IEppClient client, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? acknowledged = null;
        while (await client.PollAsync(cancellationToken).ConfigureAwait(false) is { } message)
        {
            if (message.Id == acknowledged)
            {
                throw new EppProtocolException($"The registry returned message {message.Id} again after it had acknowledged it. Read the queue later, or ask the registry.");
            }

            yield return message;
            acknowledged = message.Id;
            await client.AcknowledgeAsync(message, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task<EppResponse<TData>> SendCoreAsync<TData>(
        this IEppClient client, IEppCommand<TData> command, EppSendOptions options, bool isRefusalThrown, CancellationToken cancellationToken)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(client);
        return client is IDirectClient direct
            ? direct.SendCoreAsync(command, options, isRefusalThrown, cancellationToken)
            : SelectAsync(client.SendCoreAsync(command, options, cancellationToken), command, isRefusalThrown);
    }

    private static async Task<EppResponse> EnsureSuccessAsync(Task<EppResponse> transaction) => (await transaction.ConfigureAwait(false)).EnsureSuccess();

    private static async Task<EppResponse<TData>> SelectAsync<TData>(Task<EppResponse> transaction, IEppCommand<TData> command, bool isRefusalThrown)
        where TData : class
    {
        var response = await transaction.ConfigureAwait(false);
        return (isRefusalThrown ? response.EnsureSuccess() : response).To(command);
    }
}

/// <summary>A client of this library. It selects the data and throws on error responses itself, which saves a step for each command.</summary>
internal interface IDirectClient
{
    /// <summary>Sends a command, as <see cref="IEppClient.SendCoreAsync"/> does, and throws if the registry rejects it.</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">The options of this call.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppCommandException">The registry rejected the command.</exception>
    Task<EppResponse> SendAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken);

    /// <summary>Sends a command, as <see cref="IEppClient.SendCoreAsync"/> does, and selects the data of the response.</summary>
    /// <typeparam name="TData">The type of the response's data.</typeparam>
    /// <param name="command">The command.</param>
    /// <param name="options">The options of this call.</param>
    /// <param name="isRefusalThrown">Whether to throw if the registry rejects the command.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppCommandException">The registry rejected the command, and <paramref name="isRefusalThrown"/> is set.</exception>
    Task<EppResponse<TData>> SendCoreAsync<TData>(IEppCommand<TData> command, EppSendOptions options, bool isRefusalThrown, CancellationToken cancellationToken)
        where TData : class;
}
