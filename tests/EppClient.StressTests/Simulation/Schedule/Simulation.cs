using EppClient.Commands;
using EppClient.StressTests.Simulation.Network;
using EppClient.StressTests.Simulation.Registry;

namespace EppClient.StressTests.Simulation.Schedule;

/// <summary>
/// One pool, one registry and the network between them, driven step by step by a seed: callers arrive, cancel and leave, bytes
/// move, connections are dropped between any two bytes, the clock jumps, the registry rejects commands, detects late that a client has closed,
/// and executes received commands later. The invariants are checked after each step.
/// </summary>
internal sealed partial class Simulation : IAsyncDisposable
{
    private const int MostPending = 40;

    // The maximum delay of an outcome after its deadline: a second, and the time that closing a session may take (EppTimeoutOptions.Logout).
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1) + new EppTimeoutOptions().Logout;

    private readonly Random _random;
    private readonly IdleThreadPool _threadPool;
    private readonly CountingTimeProvider _time = new();
    private readonly SimulatedNetwork _network;
    private readonly SimulatedRegistry _registry;
    private readonly EppSessionPool _pool;
    private readonly SimulatedQuota? _quota;
    private readonly int _max;
    private readonly TimeSpan _look;
    private readonly bool _looksInTime;
    private readonly List<SentCommand> _asking = [];
    private readonly List<SentCommand> _pending = [];
    private readonly List<SentCommand> _completed = [];
    private readonly List<EppSession> _rented = [];
    private readonly List<(string Id, Task<EppSession> Rent, CancellationTokenSource Cancellation)> _renting = [];
    private int _lastId;
    private bool _isDisposed;

    public Simulation(int seed, IdleThreadPool threadPool)
    {
        _threadPool = threadPool;
        _random = new Random(seed);
        _network = new SimulatedNetwork(new Random(seed + 1), _time);
        _registry = new SimulatedRegistry(_time, new Random(seed + 2));
        _network.Connected = _registry.Greet;
        _max = _random.Next(1, 6);
        _quota = _random.Next(3) == 0 ? new SimulatedQuota(_random.Next(1, _max + 1), new Random(seed + 3)) : null;
        var timeouts = new EppTimeoutOptions();

        // Within the limit, the registry never counts too many sessions; some registries take longer.
        _looksInTime = _random.Next(4) != 0;
        _look = _looksInTime ? timeouts.Logout - TimeSpan.FromMilliseconds(1) : timeouts.Logout + TimeSpan.FromSeconds(_random.Next(1, 10));
        var options = new EppOptions
        {
            Host = "epp.example",
            ClientId = "REG-1",
            Password = "not-a-secret",
            Timeouts = timeouts,
            Pool = new EppPoolOptions
            {
                Quota = _quota,
                MaxSessions = _max,
                MinSessions = _random.Next(0, _max + 1),
                MaxParallelOpening = _random.Next(1, 4),
                PipelineDepth = new[] { 1, 1, 2, 8, 128 }[_random.Next(5)],
                KeepAliveInterval = TimeSpan.FromSeconds(60),
                IdleLifetime = TimeSpan.FromMinutes(5),
                MaxSessionAge = TimeSpan.FromMinutes(30),
                MaxCommandsPerSession = SimulatedRegistry.MaxCommands,
                MaxRepeatedErrors = SimulatedRegistry.MaxEqualRefusals,
                SessionLimitRetryInterval = TimeSpan.FromMinutes(1),
            },
        };
        _pool = new EppSessionPool(options, loggerFactory: null, _time, _network);
    }

    public int Completed => _completed.Count;

    public int Connects => _network.Connects;

    /// <summary>The number of unknown outcomes that were reconciled.</summary>
    public int Found { get; private set; }

    /// <summary>The number of commands executed after their connections had ended.</summary>
    public int CarriedOutLate => _registry.CarriedOutLate;

    public async Task StepAsync()
    {
        switch (_random.Next(100))
        {
            case < 33:
                Send(null);
                break;
            case < 57:
                await MoveSomeAsync();
                break;
            case < 80:
                await MoveAllAsync();
                break;
            case < 84:
                await PairAsync();
                break;
            case < 87:
                Pick(_pending)?.Cancel();
                break;
            case < 90:
                await CutAsync();
                break;
            case < 93:
                await AdvanceAsync(TimeSpan.FromMilliseconds(_random.Next(1, 5_000)));
                break;
            case 93:
                await AdvanceAsync(TimeSpan.FromSeconds(_random.Next(5, 200)));
                break;
            case 94:
                ChangeFaults();
                break;
            case 95 when _random.Next(5) == 0:
                _pool.Clear();
                break;
            case 95 when _random.Next(5) == 0:
                await EmptyAsync();
                break;
            case 96 or 97:
                Rent();
                break;
            case 98:
                await ReturnAsync();
                break;
            case 99:
                if (Pick(_network.Left) is { } left)
                {
                    await LookAsync(left);
                }

                break;
            default:
                Send(Pick(_rented));
                break;
        }

        await DrainAsync();
        await CollectAsync();
        VerifyInvariants();
    }

    /// <summary>Disposes the pool during activity, and checks for leaks.</summary>
    public async Task FinishAsync()
    {
        if (_random.Next(2) == 0)
        {
            await EmptyAsync();
        }

        var disposing = _pool.DisposeAsync().AsTask();
        _isDisposed = true;
        for (var i = 0; !disposing.IsCompleted || _pending.Count + _renting.Count + _asking.Count + _network.Left.Count > 0 || _registry.NextDue is not null; i++)
        {
            i.Should().BeLessThan(10_000, "the pool is disposed: {0}, {1} commands pending", _pool.Statistics, _pending.Count);
            if (i % 3 == 0)
            {
                await MoveAllAsync();
            }
            else
            {
                await AdvanceAsync(TimeSpan.FromSeconds(1));
            }

            await DrainAsync();
            await CollectAsync();
            VerifyInvariants();
        }

        await disposing;
        foreach (var session in _rented)
        {
            await session.DisposeAsync();
        }

        _network.Open.Should().BeEmpty("no session is left");
        (_quota?.Taken ?? 0).Should().Be(0, "every permit is returned");
        _threadPool.WaitForIdle();
        _time.LiveTimers.Should().Be(0, "no timer is left");
        foreach (var command in _completed)
        {
            // Checked again after all activity has ended: no command was executed after it was reported as not executed.
            await command.VerifyAsync(_registry, poolIsDisposed: true);
            Found += await command.VerifyFindingAsync(_registry) ? 1 : 0;
            command.Dispose();
        }
    }

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private void Send(EppSession? session)
    {
        if (_pending.Count >= MostPending)
        {
            return;
        }

        var number = ++_lastId;
        var id = $"SIM-{number:0000000}";

        // The name of a transform identifies the command of a fragment.
        var name = $"t{number:0000000}.example";
        // On a rented session only commands that succeed: errors there are the renter's responsibility.
        (name, IEppCommand command) = _random.Next(session is null ? 20 : 17) switch
        {
            < 10 => ($"c{number:0000000}.example", (IEppCommand)new DomainCheck($"c{number:0000000}.example")),
            < 17 => (name, new DomainCreate(name, DomainAuthInfo.FromPassword("not-a-secret"))),
            17 => (SimulatedRegistry.Taken, new DomainCreate(SimulatedRegistry.Taken, DomainAuthInfo.FromPassword("not-a-secret"))),
            _ => (name, new DomainDelete(name)),
        };
        var timeout = TimeSpan.FromSeconds(_random.Next(1, 90));
        var priority = (EppPriority)_random.Next(2);
        var options = new EppSendOptions
        {
            ClientTransactionId = id,
            Timeout = timeout,
            Priority = priority,
        };
        IEppClient client = session is null ? _pool : session;
        var sent = new SentCommand(id, name, command, _time.GetTimestamp() + (timeout + Margin).Ticks, (_, token) => client.SendCoreAsync(command, options, token))
        {
            Priority = session is null ? priority : null,
        };
        SimulatedNetwork.For(id, sent.Start);
        _pending.Add(sent);
    }

    private async Task MoveSomeAsync()
    {
        if (Pick(_network.Open) is { } connection)
        {
            connection.Receive(_random.Next(1, 400));
            _registry.Serve(connection);
            await connection.DeliverAsync(_random.Next(1, 400));
        }
    }

    private async Task MoveAllAsync()
    {
        for (var moved = 1; moved > 0;)
        {
            moved = 0;
            foreach (var connection in _network.Open)
            {
                moved += connection.Receive(int.MaxValue);
                moved += _registry.Serve(connection) ? 1 : 0;
                moved += await connection.DeliverAsync(int.MaxValue);
            }
        }
    }

    private async Task CutAsync()
    {
        if (Pick(_network.Open) is { } connection)
        {
            connection.Receive(_random.Next(0, 1_500));
            if (_random.Next(2) == 0)
            {
                // Its client detects the end before the registry has finished.
                _registry.Postpone(connection, MostDelay);
            }

            _registry.Log.SeeFragment(connection.Fragment);
            await connection.DeliverAsync(_random.Next(0, 1_500));
            await connection.CutAsync(isReset: _random.Next(2) == 0);
        }
    }

    private void ChangeFaults()
    {
        _network.IsDown = _random.Next(6) == 0;
        _registry.SessionLimit = _random.Next(3) == 0 ? _random.Next(1, _max + 1) : int.MaxValue;
        _registry.LoginRefusal = _random.Next(12) switch
        {
            0 => 2400,
            1 => 2501,
            _ => null,
        };
        _registry.ClosingRate = _random.Next(4) == 0 ? 10 : 0;
        if (_registry.LoginRefusal is null)
        {
            // After wrong credentials the pool must be cleared before it logs in again.
            _pool.Clear();
        }
    }

    private void Rent()
    {
        if (_rented.Count + _renting.Count < 2)
        {
            var cancellation = new CancellationTokenSource();
            if (_random.Next(10) == 0)
            {
                cancellation.Cancel();
            }

            var (id, priority) = ($"RENT-{++_lastId}", (EppPriority)_random.Next(2));
            _renting.Add((id, SimulatedNetwork.For(id, () => _pool.RentAsync(priority, cancellation.Token)), cancellation));
        }
    }

    private async Task ReturnAsync()
    {
        if (Pick(_rented) is { } session)
        {
            _rented.Remove(session);
            await session.DisposeAsync();
        }
    }

    private async Task CollectAsync()
    {
        foreach (var command in _pending.Where(command => command.Outcome.IsCompleted).ToList())
        {
            _pending.Remove(command);
            _completed.Add(command);
            await command.VerifyAsync(_registry, _isDisposed);
            command.AskWhereUnknown();
            if (command.Finding is not null)
            {
                _asking.Add(command);
            }
        }

        foreach (var command in _asking.Where(command => command.Finding!.IsCompleted).ToList())
        {
            _asking.Remove(command);
            await command.VerifyFindingAsync(_registry);
        }

        var late = _pending.Where(command => !command.Outcome.IsCompleted && command.Due < _time.GetTimestamp()).ToList();
        if (late.Count > 0)
        {
            _threadPool.WaitForIdle();
            late.Where(command => !command.Outcome.IsCompleted).Should().BeEmpty("every caller gets its outcome by its deadline");
        }

        foreach (var (_, rent, cancellation) in _renting.Where(entry => entry.Rent.IsCompleted).ToList())
        {
            _renting.RemoveAll(entry => entry.Rent == rent);
            try
            {
                _rented.Add(await rent);
            }
            catch (OperationCanceledException)
            {
                cancellation.IsCancellationRequested.Should().BeTrue();
            }
            catch (Exception exception) when (exception is EppException or ObjectDisposedException)
            {
                (exception is EppException { Delivery: EppDelivery.NotSent } || _isDisposed).Should().BeTrue("a caller without a session sent nothing, but: {0}", exception);
            }

            cancellation.Dispose();
        }
    }

    private void VerifyInvariants()
    {
        _registry.Log.Violations.Should().BeEmpty();
        if (_looksInTime)
        {
            _registry.MostCounted.Should().BeLessThanOrEqualTo(_max, "the session limit is never exceeded, as counted by the registry");
        }

        var accounts = _pool.Statistics;
        new[] { accounts.Idle, accounts.InUse, accounts.Opening, accounts.Closing, accounts.Waiting }.Min().Should().BeGreaterThanOrEqualTo(0);
        accounts.Open.Should().BeLessThanOrEqualTo(_max);
    }

    /// <summary>Lets the work started by the step run until it waits, mostly: the invariants hold in any case.</summary>
    private static async Task DrainAsync()
    {
        for (var i = 0; i < 20 && ThreadPool.PendingWorkItemCount > 0; i++)
        {
            await Task.Yield();
        }
    }

    private T? Pick<T>(IReadOnlyList<T> from)
        where T : class => from.Count == 0 ? null : from[_random.Next(from.Count)];
}
