using EppClient.Transport;

namespace EppClient.StressTests.Simulation.Network;

/// <summary>Opens connections to the registry, or refuses to, as the schedule determines.</summary>
internal sealed class SimulatedNetwork(Random random, TimeProvider time) : IConnector
{
    private static readonly int[] Buffers = [0, 0, 0, 64];

    private static readonly AsyncLocal<string?> Caller = new();

    private readonly Lock _lock = new();
    private readonly List<SimulatedConnection> _connections = [];

    public bool IsDown { get; set; }

    public int Connects { get; private set; }

    /// <summary>Called with each new connection.</summary>
    public Action<SimulatedConnection> Connected { get; set; } = _ => { };

    /// <summary>The connections on which bytes move.</summary>
    public IReadOnlyList<SimulatedConnection> Open => [.. All.Where(connection => connection.IsOpen)];

    /// <summary>The connections that the client has closed, undetected by the registry so far.</summary>
    public IReadOnlyList<SimulatedConnection> Left => [.. All.Where(connection => connection.Left is not null)];

    private List<SimulatedConnection> All
    {
        get
        {
            lock (_lock)
            {
                _connections.RemoveAll(connection => connection.IsCut);
                return [.. _connections];
            }
        }
    }

    /// <summary>Calls the client; the connections opened for the call carry its name.</summary>
    public static T For<T>(string caller, Func<T> call)
    {
        Caller.Value = caller;
        try
        {
            return call();
        }
        finally
        {
            Caller.Value = null;
        }
    }

    public ValueTask<EppConnection> ConnectAsync(ConnectTimings steps, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (IsDown)
            {
                throw new EppConnectionException("The network is down.", EppDelivery.NotSent);
            }

            var connection = new SimulatedConnection(++Connects, Buffers[random.Next(Buffers.Length)], time) { Opener = Caller.Value };
            Connected(connection);
            _connections.Add(connection);
            return ValueTask.FromResult<EppConnection>(connection);
        }
    }
}
