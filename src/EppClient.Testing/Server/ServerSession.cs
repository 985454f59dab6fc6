using System.Net;

namespace EppClient.Testing.Server;

/// <summary>One connection, as a service sees it.</summary>
public sealed class ServerSession
{
    private readonly TimeProvider _timeProvider;

    internal ServerSession(long id, EndPoint? client, TimeProvider timeProvider)
    {
        Opened = timeProvider.GetUtcNow();
        Id = id;
        Client = client;
        _timeProvider = timeProvider;
    }

    /// <summary>A number that is unique within the server.</summary>
    public long Id { get; }

    /// <summary>When the client connected, by the clock of the server's limits.</summary>
    public DateTimeOffset Opened { get; }

    /// <summary>The address of the client.</summary>
    public EndPoint? Client { get; }

    /// <summary>The service's own state for this session.</summary>
    public object? State { get; set; }

    internal long? LoginTimestamp { get; private set; }

    /// <summary>Starts the limited lifetime of the session. Call it when a login succeeds.</summary>
    public void StartLife() => LoginTimestamp = _timeProvider.GetTimestamp();
}
