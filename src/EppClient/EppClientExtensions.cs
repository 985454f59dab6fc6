using EppClient.Commands;

namespace EppClient;

/// <summary>The ways to send a command.</summary>
public static class EppClientExtensions
{
    /// <summary>Sends a command and returns what the registry answers, also when it refuses.</summary>
    /// <param name="client">A pool or a session.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">What this call sets for itself.</param>
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
    /// <typeparam name="TData">What the registry answers with.</typeparam>
    public static Task<EppResponse<TData>> TrySendAsync<TData>(
        this IEppClient client, IEppCommand<TData> command, EppSendOptions options, CancellationToken cancellationToken = default)
        where TData : class => client.SendCoreAsync(command, options, isRefusalThrown: false, cancellationToken);

    /// <inheritdoc cref="TrySendAsync{TData}(IEppClient, IEppCommand{TData}, EppSendOptions, CancellationToken)"/>
    public static Task<EppResponse<TData>> TrySendAsync<TData>(this IEppClient client, IEppCommand<TData> command, CancellationToken cancellationToken = default)
        where TData : class => client.TrySendAsync(command, EppSendOptions.Default, cancellationToken);

    /// <summary>Sends a command; a refusal is an exception.</summary>
    /// <param name="client">A pool or a session.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">What this call sets for itself.</param>
    /// <param name="cancellationToken">The token to cancel the operation; see <see cref="IEppClient.SendCoreAsync"/>.</param>
    /// <exception cref="EppCommandException">The registry refused: 2xxx.</exception>
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
    /// <typeparam name="TData">What the registry answers with.</typeparam>
    public static Task<EppResponse<TData>> SendAsync<TData>(
        this IEppClient client, IEppCommand<TData> command, EppSendOptions options, CancellationToken cancellationToken = default)
        where TData : class => client.SendCoreAsync(command, options, isRefusalThrown: true, cancellationToken);

    /// <inheritdoc cref="SendAsync{TData}(IEppClient, IEppCommand{TData}, EppSendOptions, CancellationToken)"/>
    public static Task<EppResponse<TData>> SendAsync<TData>(this IEppClient client, IEppCommand<TData> command, CancellationToken cancellationToken = default)
        where TData : class => client.SendAsync(command, EppSendOptions.Default, cancellationToken);

    /// <summary>Reads the message at the head of the queue. It stays there until it is acknowledged.</summary>
    /// <param name="client">A pool or a session.</param>
    /// <param name="cancellationToken">The token to cancel the operation; the message stays in the queue.</param>
    /// <returns>The message, or null where the queue is empty.</returns>
    /// <inheritdoc cref="SendAsync(IEppClient, IEppCommand, EppSendOptions, CancellationToken)" path="/exception"/>
    public static async Task<PollMessage?> PollAsync(this IEppClient client, CancellationToken cancellationToken = default) =>
        (await client.SendAsync(new PollRequest(), cancellationToken).ConfigureAwait(false)).DataOrNull;

    /// <summary>Takes a message from the queue, after all that it asks for is done and stored.</summary>
    /// <param name="client">A pool or a session.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">The token to cancel the operation; the message may then still be in the queue, or not.</param>
    /// <inheritdoc cref="SendAsync(IEppClient, IEppCommand, EppSendOptions, CancellationToken)" path="/exception"/>
    public static async Task AcknowledgeAsync(this IEppClient client, PollMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        await client.SendAsync(new PollAcknowledge(message.Id), cancellationToken).ConfigureAwait(false);
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

/// <summary>A client of this library. It selects the data and throws the refusals itself, which saves a step for each command.</summary>
internal interface IDirectClient
{
    /// <summary>Sends a command, as <see cref="IEppClient.SendCoreAsync"/> does; a refusal is an exception.</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">What this call sets for itself.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppCommandException">The registry refused the command.</exception>
    Task<EppResponse> SendAsync(IEppCommand command, EppSendOptions options, CancellationToken cancellationToken);

    /// <summary>Sends a command, as <see cref="IEppClient.SendCoreAsync"/> does, and selects the data of the response.</summary>
    /// <typeparam name="TData">The type of the response's data.</typeparam>
    /// <param name="command">The command.</param>
    /// <param name="options">What this call sets for itself.</param>
    /// <param name="isRefusalThrown">Whether a refusal is an exception.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppCommandException">The registry refused the command, and <paramref name="isRefusalThrown"/> is set.</exception>
    Task<EppResponse<TData>> SendCoreAsync<TData>(IEppCommand<TData> command, EppSendOptions options, bool isRefusalThrown, CancellationToken cancellationToken)
        where TData : class;
}
