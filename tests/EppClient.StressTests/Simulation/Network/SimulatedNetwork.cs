using EppClient.Transport;

namespace EppClient.StressTests.Simulation.Network;

/// <summary>Makes connections to the registry, or does not, as the schedule has it.</summary>
internal sealed class SimulatedNetwork(Random random) : IConnector
{
    private static readonly int[] Buffers = [0, 0, 0, 64];

    private readonly Lock _lock = new();
    private readonly List<SimulatedConnection> _connections = [];

    public bool IsDown { get; set; }

    public int MostOpen { get; private set; }

    public int Connects { get; private set; }

    /// <summary>Called with each new connection.</summary>
    public Action<SimulatedConnection> Connected { get; set; } = _ => { };

    public IReadOnlyList<SimulatedConnection> Open
    {
        get
        {
            lock (_lock)
            {
                _connections.RemoveAll(connection => !connection.IsOpen);
                return [.. _connections];
            }
        }
    }

    public ValueTask<EppConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (IsDown)
            {
                throw new EppConnectionException("The network is down.", EppDelivery.NotSent);
            }

            var connection = new SimulatedConnection(++Connects, Buffers[random.Next(Buffers.Length)]);
            Connected(connection);
            _connections.Add(connection);
            MostOpen = Math.Max(MostOpen, _connections.Count(other => other.IsOpen));
            return ValueTask.FromResult<EppConnection>(connection);
        }
    }
}
