using EppClient.Commands.Domain;
using EppClient.StressTests.Simulation.Network;
using EppClient.Testing.Protocol;
using EppClient.Xml;

namespace EppClient.StressTests.Simulation.Registry;

/// <summary>A registry of domains with limits, of sessions, of commands and of equal refusals in a session. Used by the schedule alone.</summary>
internal sealed class SimulatedRegistry(TimeProvider time, Random random)
{
    public const int MaxCommands = 50;
    public const int MaxEqualRefusals = 3;
    public const string Taken = "taken.example";

    private static readonly EppSchemaSet Schemas = new([DomainSchema.Instance]);

    private readonly Dictionary<SimulatedConnection, SimulatedSession> _sessions = [];
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal) { Taken };
    private int _lastId;

    public RegistryLog Log { get; } = new();

    /// <summary>How many may be logged in at once.</summary>
    public int SessionLimit { get; set; } = int.MaxValue;

    /// <summary>What each login is refused with, or null.</summary>
    public int? LoginRefusal { get; set; }

    /// <summary>How many of a hundred answers close the session.</summary>
    public int ClosingRate { get; set; }

    public bool Has(string name) => _domains.Contains(name);

    public void Greet(SimulatedConnection connection)
    {
        lock (_sessions)
        {
            _sessions[connection] = new SimulatedSession();
        }

        connection.Send(Greeting().Span, closeAfter: false);
    }

    /// <summary>Answers all frames of a connection that are whole.</summary>
    public bool Serve(SimulatedConnection connection)
    {
        var hasServed = false;
        while (connection.IsOpen && connection.MayStillSend && connection.TakeFrame() is { } frame)
        {
            hasServed = true;
            Answer(connection, SessionOf(connection), CommandReader.Read(frame, EppXmlDialect.Standard, Schemas));
        }

        return hasServed;
    }

    private SimulatedSession SessionOf(SimulatedConnection connection)
    {
        lock (_sessions)
        {
            return _sessions[connection];
        }
    }

    private void Answer(SimulatedConnection connection, SimulatedSession session, ServerCommand command)
    {
        switch (command.Kind)
        {
            case ServerCommandKind.Hello:
                session.Commands++;
                connection.Send(Greeting().Span, closeAfter: false);
                break;
            case ServerCommandKind.Login:
                var refusal = LoginRefusal ?? (LoggedIn() >= SessionLimit ? 2502 : null);
                session.IsLoggedIn = refusal is null;
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
            return _sessions.Count(entry => entry.Key.IsOpen && entry.Value.IsLoggedIn);
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

        // As a registry that is about to shut down rewrites its answers.
        var closes = code < 2000 && random.Next(100) < ClosingRate;
        Respond(connection, command, closes ? code + 500 : code, closes, data);
    }

    private (int Code, IEppElement? Data) Execute(string id, IEppElement command)
    {
        switch (command)
        {
            case DomainCheck check:
                return (1000, new DomainCheckResult { Items = [.. check.Names.Select(name => new DomainCheckItem { Name = name, Available = !Has(name) })] });
            case DomainCreate create when _domains.Add(create.Name):
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
            Log.Violations.Add($"Connection {connection.Id} reached the limit of equal refusals ({code}).");
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
        connection.Send(ResponseWriter.Write(response, EppXmlDialect.Standard).Span, closeAfter);
    }

    private ReadOnlyMemory<byte> Greeting() => new ServerGreeting("Simulated", time.GetUtcNow()) { ObjectUris = [EppNamespaces.Domain] }.Write();
}
