using EppClient.Commands;
using EppClient.Dk.Testing.Protocol;
using EppClient.StressTests.Simulation.Network;
using EppClient.Xml;

namespace EppClient.StressTests.Simulation.Registry;

/// <summary>
/// A registry of domains with limits on sessions, and on commands and identical errors in a session. Commands that arrived before a connection
/// ended may be executed later. Only the schedule uses it.
/// </summary>
internal sealed class SimulatedRegistry(TimeProvider time, Random random)
{
    public const int MaxCommands = 50;
    public const int MaxEqualRefusals = 3;
    public const string Taken = "taken.example";

    private static readonly EppSchemaSet Schemas = new([DomainSchema.Instance]);

    private readonly Dictionary<SimulatedConnection, SimulatedSession> _sessions = [];
    private readonly Dictionary<string, DateTimeOffset> _domains = new(StringComparer.Ordinal) { [Taken] = time.GetUtcNow().AddYears(-1) };
    private readonly PriorityQueue<ServerCommand, long> _backlog = new();
    private int _lastId;

    public RegistryLog Log { get; } = new();

    /// <summary>The maximum number of concurrent sessions.</summary>
    public int SessionLimit { get; set; } = int.MaxValue;

    /// <summary>The error code of each login, or null.</summary>
    public int? LoginRefusal { get; set; }

    /// <summary>The percentage of responses that close the session.</summary>
    public int ClosingRate { get; set; }

    /// <summary>The maximum number of sessions that it has counted.</summary>
    public int MostCounted { get; private set; }

    /// <summary>The number of commands executed after their connections had ended.</summary>
    public int CarriedOutLate { get; private set; }

    /// <summary>The time at which the next late command is executed.</summary>
    public long? NextDue => _backlog.TryPeek(out _, out var due) ? due : null;

    public bool Has(string name) => _domains.ContainsKey(name);

    public void Greet(SimulatedConnection connection)
    {
        lock (_sessions)
        {
            _sessions[connection] = new SimulatedSession();
        }

        connection.Send(Greeting().Span, closeAfter: false);
    }

    /// <summary>Responds to all complete frames of a connection.</summary>
    public bool Serve(SimulatedConnection connection)
    {
        var hasServed = false;
        while (!connection.IsCut && connection.MayStillSend && connection.TakeFrame() is { } frame)
        {
            hasServed = true;
            RespondTo(connection, SessionOf(connection), CommandReader.Read(frame, EppXmlDialect.Standard, Schemas));
        }

        return hasServed;
    }

    /// <summary>The connection has ended, or is about to: commands that have arrived completely are executed within this time.</summary>
    public void Postpone(SimulatedConnection connection, TimeSpan most)
    {
        while (connection.IsLoggedIn && connection.MayStillSend && connection.TakeFrame() is { } frame)
        {
            var command = CommandReader.Read(frame, EppXmlDialect.Standard, Schemas);
            if (command.Verb is "create" or "delete")
            {
                Log.See(command.ClientTransactionId!, isTransform: true);
                _backlog.Enqueue(command, time.GetTimestamp() + (long)(random.NextDouble() * most.TotalSeconds * time.TimestampFrequency));
            }
        }
    }

    /// <summary>Executes the late commands that are due.</summary>
    public void CatchUp()
    {
        while (NextDue is { } due && due <= time.GetTimestamp())
        {
            var command = _backlog.Dequeue();
            CarriedOutLate++;
            Execute(command.ClientTransactionId!, command.Object!);
        }
    }

    private SimulatedSession SessionOf(SimulatedConnection connection)
    {
        lock (_sessions)
        {
            return _sessions[connection];
        }
    }

    private void RespondTo(SimulatedConnection connection, SimulatedSession session, ServerCommand command)
    {
        switch (command.Kind)
        {
            case ServerCommandKind.Hello:
                session.Commands++;
                connection.Send(Greeting().Span, closeAfter: false);
                break;
            case ServerCommandKind.Login:
                var refusal = LoginRefusal ?? (LoggedIn() >= SessionLimit ? 2502 : null);
                connection.IsLoggedIn = refusal is null;
                MostCounted = Math.Max(MostCounted, LoggedIn());
                Respond(connection, command, refusal ?? 1000, closeAfter: refusal is >= 2500);
                break;
            case ServerCommandKind.Logout:
                Respond(connection, command, 1500, closeAfter: true);
                break;
            default:
                Carry(connection, session, command);
                break;
        }

        if (session.Commands > MaxCommands)
        {
            Log.Violations.Add($"Connection {connection.Id} carried {session.Commands} commands.");
        }
    }

    private int LoggedIn()
    {
        lock (_sessions)
        {
            return _sessions.Keys.Count(connection => connection.IsCounted);
        }
    }

    private void Carry(SimulatedConnection connection, SimulatedSession session, ServerCommand command)
    {
        session.Commands++;
        var id = command.ClientTransactionId!;
        Log.See(id, isTransform: command.Verb is "create" or "delete");
        if (random.Next(100) < ClosingRate && command.Verb is "check")
        {
            Respond(connection, command, 2500, closeAfter: true);
            return;
        }

        var (code, data) = Execute(id, command.Object!);
        if (code >= 2000)
        {
            CountRefusal(connection, session, code);
        }

        // Simulates a registry that changes its responses before it shuts down.
        var closes = code < 2000 && random.Next(100) < ClosingRate;
        Respond(connection, command, closes ? code + 500 : code, closes, data);
    }

    private (int Code, IEppElement? Data) Execute(string id, IEppElement command)
    {
        switch (command)
        {
            case DomainCheck check:
                return (1000, new DomainCheckResult { Items = [.. check.Names.Select(name => new DomainCheckItem { Name = name, Available = !Has(name) })] });
            case DomainInfo info when _domains.TryGetValue(info.Name, out var created):
                return (1000, new DomainInfoResult { Name = info.Name, Roid = "D1-SIM", SponsoringClientId = "REG-1", CreatedDate = created });
            case DomainCreate create when _domains.TryAdd(create.Name, time.GetUtcNow()):
                Log.Execute(id);
                return (1000, new DomainCreateResult { Name = create.Name, CreatedDate = time.GetUtcNow() });
            case DomainCreate:
                return (2302, null);
            case DomainDelete delete when _domains.Remove(delete.Name):
                Log.Execute(id);
                return (1000, null);
            default:
                return (2303, null);
        }
    }

    private void CountRefusal(SimulatedConnection connection, SimulatedSession session, int code)
    {
        if ((session.Refusals[code] = session.Refusals.GetValueOrDefault(code) + 1) >= MaxEqualRefusals)
        {
            Log.Violations.Add($"Connection {connection.Id} reached the limit of identical errors ({code}).");
        }
    }

    private void Respond(SimulatedConnection connection, ServerCommand command, int code, bool closeAfter, IEppElement? data = null)
    {
        var response = new ServerResponse(code, $"Code {code}")
        {
            ClientTransactionId = command.ClientTransactionId,
            ServerTransactionId = $"SRV-{++_lastId}",
            Data = data is null ? [] : [data],
        };
        var caller = command.Kind is ServerCommandKind.Login ? connection.Opener : command.ClientTransactionId;
        connection.Send(ResponseWriter.Write(response, EppXmlDialect.Standard).Span, closeAfter, caller);
    }

    private ReadOnlyMemory<byte> Greeting() => new ServerGreeting("Simulated", time.GetUtcNow()) { ObjectUris = [EppNamespaces.Domain] }.Write();
}
