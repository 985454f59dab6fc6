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

    /// <summary>A number that no other session of the server has.</summary>
    public long Id { get; }

    /// <summary>When the client connected, by the clock of the server's limits.</summary>
    public DateTimeOffset Opened { get; }

    /// <summary>Where the client is.</summary>
    public EndPoint? Client { get; }

    /// <summary>Whatever the service keeps for this session.</summary>
    public object? State { get; set; }

    internal long? LoginTimestamp { get; private set; }

    /// <summary>Starts the session's limited life; to be called when a login succeeds.</summary>
    public void StartLife() => LoginTimestamp = _timeProvider.GetTimestamp();
}
