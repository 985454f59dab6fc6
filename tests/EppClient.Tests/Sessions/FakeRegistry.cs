using System.Text;
using EppClient.Sessions;
using EppClient.Transport;

namespace EppClient.Tests.Sessions;

/// <summary>
/// The connector of the pool and the server at the other end: a registry that uses one word per frame and counts the
/// sessions as a registry would.
/// </summary>
internal sealed class FakeRegistry : IConnector, ISessionProtocol
{
    private readonly Lock _lock = new();
    private readonly List<ScriptedConnection> _open = [];

    /// <summary>Called before each connection is made; may wait or throw.</summary>
    public Func<CancellationToken, Task> Connecting { get; set; } = _ => Task.CompletedTask;

    /// <summary>The response to each login; null for no response.</summary>
    public Func<string?> Login { get; set; } = () => "welcome";

    /// <summary>Called after each successful login; the session is open when the task has completed.</summary>
    public Func<Task> Welcoming { get; set; } = () => Task.CompletedTask;

    /// <summary>The credentials of the next logins.</summary>
    public int CredentialsId { get; set; }

    /// <summary>Whether hello and logout get no response.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Completes when the registry notices connections that clients have closed. It then closes them too and no longer counts them.</summary>
    public Task Looking { get; set; } = Task.CompletedTask;

    public int Connects { get; private set; }

    public int Logins { get; private set; }

    public int Hellos { get; private set; }

    public int Logouts { get; private set; }

    public int MostOpen { get; private set; }

    public IReadOnlyList<ScriptedConnection> Open
    {
        get
        {
            lock (_lock)
            {
                return [.. _open];
            }
        }
    }

    public async ValueTask<EppConnection> ConnectAsync(ConnectTimings steps, CancellationToken cancellationToken)
    {
        await Connecting(cancellationToken);
        var connection = new ScriptedConnection();
        lock (_lock)
        {
            _open.Add(connection);
            Connects++;
            MostOpen = Math.Max(MostOpen, _open.Count);
        }

        // A half-closed connection is noticed when all its data has been read, a reset one immediately.
        connection.OnClosed = () => _ = connection.IsFinished && !connection.IsAborted ? Task.CompletedTask : CloseAsync(connection);
        connection.OnServerClosing = () => Forget(connection);
        _ = ServeAsync(connection);
        return connection;
    }

    /// <summary>Stops counting connections whose close the registry has not noticed.</summary>
    public void ForgetAll()
    {
        lock (_lock)
        {
            _open.Clear();
        }
    }

    private async Task CloseAsync(ScriptedConnection connection)
    {
        await Looking;
        await connection.ServerClosesAsync();
    }

    private void Forget(ScriptedConnection connection)
    {
        lock (_lock)
        {
            _open.Remove(connection);
        }
    }

    public async ValueTask OpenAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken)
    {
        (await channel.ReceiveAsync(deadline, cancellationToken)).Dispose();
        channel.CredentialsId = CredentialsId;
        switch (await AskAsync(channel, "login", deadline, cancellationToken))
        {
            case "welcome":
                // The session is opened on the thread that ends the wait.
                await Welcoming().ConfigureAwait(false);
                return;
            case "too many":
                throw new LimitException();
            default:
                throw new RefusedException("Login failed.");
        }
    }

    public async ValueTask ProbeAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken) =>
        await AskAsync(channel, "hello", deadline, cancellationToken);

    public async ValueTask CloseAsync(SessionChannel channel, Deadline deadline, CancellationToken cancellationToken) =>
        await AskAsync(channel, "logout", deadline, cancellationToken);

    public static async Task<string> AskAsync(SessionChannel channel, string request, Deadline deadline = default, CancellationToken cancellationToken = default)
    {
        using var response = await channel.ExchangeAsync(Encoding.UTF8.GetBytes(request), deadline, cancellationToken);
        return Encoding.UTF8.GetString(response.Payload.Span);
    }

    private async Task ServeAsync(ScriptedConnection connection)
    {
        try
        {
            await connection.ServerSendsAsync("greeting");
            while (await connection.ServerReceivesAsync() is { } request)
            {
                if (Respond(request) is { } response)
                {
                    await connection.ServerSendsAsync(response);
                }

                if (request == "logout" && !IsSilent)
                {
                    await connection.ServerClosesAsync();
                }
            }
        }
        catch (Exception exception) when (exception is EppConnectionException or InvalidOperationException)
        {
            // The test or the client has closed the connection.
        }
        finally
        {
            await CloseAsync(connection);
        }
    }

    private string? Respond(string request)
    {
        lock (_lock)
        {
            switch (request)
            {
                case "login":
                    Logins++;
                    return Login();
                case "hello":
                    Hellos++;
                    return IsSilent ? null : "greeting";
                case "logout":
                    Logouts++;
                    return IsSilent ? null : "bye";
                case "quiet":
                    return null;
                default:
                    return $"re {request}";
            }
        }
    }

    internal sealed class RefusedException(string message, Exception? cause = null) : EppException(message, cause), IAuthenticationFailure
    {
        public override bool IsTransient => false;

        public override EppDelivery Delivery => EppDelivery.NotSent;

        public EppException NotRetried(string advice) => new RefusedException(advice, this);
    }

    internal sealed class LimitException() : EppException("Too many sessions.", null), ISessionLimitFailure
    {
        public override bool IsTransient => true;

        public override EppDelivery Delivery => EppDelivery.NotSent;
    }
}
