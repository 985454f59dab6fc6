namespace EppClient.Testing.Fakes;

/// <summary>The commands that <see cref="EppFakeClient.When"/> or <see cref="EppFakeClient.Expect"/> describe, and the response to them.</summary>
/// <remarks>Thread-safe. Without a call of <c>Respond</c>, the response is 1000 without data.</remarks>
/// <typeparam name="TCommand">The type of the commands.</typeparam>
public sealed class EppFakeExpectation<TCommand> : IFakeExpectation
    where TCommand : IEppCommand
{
    private readonly Func<EppReceivedCommand<TCommand>, bool>? _matches;
    private readonly string _description;
    private readonly int? _times;
    private Func<EppReceivedCommand<TCommand>, CancellationToken, ValueTask<EppFakeResponse>> _respond = static (_, _) => new(EppFakeResponse.Success());
    private int _received;

    internal EppFakeExpectation(Func<EppReceivedCommand<TCommand>, bool>? matches, string? condition, int? times)
    {
        _matches = matches;
        _description = matches is null ? typeof(TCommand).Name : $"{typeof(TCommand).Name} with {condition}";
        _times = times;
    }

    /// <summary>The number of commands that were received and matched.</summary>
    public int ReceivedCount => Volatile.Read(ref _received);

    bool IFakeExpectation.IsExhausted => ReceivedCount >= _times;

    string? IFakeExpectation.Fault =>
        _times is { } times && ReceivedCount < times ? $"Expected {_description}, {Times(times)}; it was received {Times(ReceivedCount)}." : null;

    /// <summary>Sets the response.</summary>
    /// <param name="response">The response.</param>
    public void Respond(EppFakeResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        Respond((_, _) => new ValueTask<EppFakeResponse>(response));
    }

    /// <summary>Sets a function that creates the response.</summary>
    /// <param name="respond">Creates the response to a command. An exception that it throws is thrown to the sender, in an <see cref="EppExpectationException"/>.</param>
    public void Respond(Func<EppReceivedCommand<TCommand>, EppFakeResponse> respond)
    {
        ArgumentNullException.ThrowIfNull(respond);
        Respond((command, _) => new ValueTask<EppFakeResponse>(respond(command)));
    }

    /// <summary>Sets an asynchronous function that creates the response, for tests that act between a command and its response.</summary>
    /// <param name="respond">Creates the response to a command; its token is canceled when the client is disposed.</param>
    public void Respond(Func<EppReceivedCommand<TCommand>, CancellationToken, ValueTask<EppFakeResponse>> respond)
    {
        ArgumentNullException.ThrowIfNull(respond);
        Volatile.Write(ref _respond, respond);
    }

    bool IFakeExpectation.TryTake(EppReceivedCommand<IEppCommand> command)
    {
        if (command.As<TCommand>() is not { } typed || (_matches is not null && !_matches(typed)))
        {
            return false;
        }

        Interlocked.Increment(ref _received);
        return true;
    }

    ValueTask<EppFakeResponse> IFakeExpectation.RespondAsync(EppReceivedCommand<IEppCommand> command, CancellationToken cancellationToken) =>
        Volatile.Read(ref _respond)(command.As<TCommand>()!, cancellationToken);

    private static string Times(int count) => count == 1 ? "once" : FormattableString.Invariant($"{count} times");
}

/// <summary>An expectation of commands of any type.</summary>
internal interface IFakeExpectation
{
    /// <summary>Whether all expected commands were received.</summary>
    bool IsExhausted { get; }

    /// <summary>What is missing; null if nothing is.</summary>
    string? Fault { get; }

    /// <summary>Counts a command if it is expected.</summary>
    bool TryTake(EppReceivedCommand<IEppCommand> command);

    ValueTask<EppFakeResponse> RespondAsync(EppReceivedCommand<IEppCommand> command, CancellationToken cancellationToken);
}
