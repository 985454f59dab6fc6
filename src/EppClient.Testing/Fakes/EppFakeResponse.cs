using EppClient.Xml;

namespace EppClient.Testing.Fakes;

/// <summary>
/// What an <see cref="EppFakeClient"/> responds to a command. The response is written as XML and read as a registry's, so the code under test gets only what a
/// registry could send.
/// </summary>
/// <remarks>Immutable and thread-safe: one instance can respond to many commands.</remarks>
/// <example>
/// <code>
/// using EppClient.Testing.Fakes;
///
/// var found = EppFakeResponse.Success(new DomainInfoResult { Name = "eksempel.dk", Roid = "EKSEMPEL-DK", SponsoringClientId = "REG-1" });
/// var refused = EppFakeResponse.Refusal(EppResultCode.BillingFailure, "Billing failure");
/// </code>
/// </example>
public sealed record EppFakeResponse
{
    private EppFakeResponse(EppResultCode code, string message, IReadOnlyList<IEppElement> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        (Code, Message, Data) = (code, message, data);
    }

    /// <summary>
    /// No response: the connection ends after the command was received. The outcome of a command that changes something is then unknown
    /// (<see cref="EppOutcomeUnknownException"/>); a command that only reads fails with an <see cref="EppConnectionException"/>.
    /// </summary>
    public static EppFakeResponse ConnectionLost { get; } = new(EppResultCode.CommandFailed, string.Empty, []) { Reply = FakeReply.EndConnection };

    /// <summary>
    /// No response, and the connection stays open until the caller cancels the command, or until <see cref="EppTimeoutOptions.Command"/> has passed by the clock of
    /// <see cref="EppFakeClientOptions.TimeProvider"/>.
    /// </summary>
    public static EppFakeResponse Withheld { get; } = new(EppResultCode.CommandFailed, string.Empty, []) { Reply = FakeReply.Nothing };

    /// <summary>The result code.</summary>
    public EppResultCode Code { get; init; }

    /// <summary>The message of the result.</summary>
    public string Message { get; init; }

    /// <summary>The elements of <c>resData</c>, such as a <c>DomainInfoResult</c>.</summary>
    public IReadOnlyList<IEppElement> Data { get; init; }

    /// <summary>The parts of the command that caused a refusal, with the reasons. Default: none.</summary>
    public IReadOnlyList<EppErrorValue> Values { get; init; } = [];

    internal FakeReply Reply { get; private init; }

    internal IReadOnlyList<Action<EppXmlWriter>> Extensions { get; private init; } = [];

    /// <summary>The command was carried out: 1000.</summary>
    /// <param name="data">The elements of <c>resData</c>.</param>
    public static EppFakeResponse Success(params IReadOnlyList<IEppElement> data) => new(EppResultCode.Success, "Command completed successfully", data);

    /// <summary>
    /// The command was accepted, and the registry decides later: 1001. Put the decision into the queue with <see cref="EppFakeClient.Enqueue"/>.
    /// </summary>
    /// <param name="data">The elements of <c>resData</c>.</param>
    public static EppFakeResponse Pending(params IReadOnlyList<IEppElement> data) => new(EppResultCode.ActionPending, "Command completed successfully; action pending", data);

    /// <summary>The registry refused the command.</summary>
    /// <param name="code">The code: 2xxx. After a code that ends the session, such as 2500, the connection is closed.</param>
    /// <param name="message">The registry's message.</param>
    /// <exception cref="ArgumentOutOfRangeException">The code is not 2xxx.</exception>
    public static EppFakeResponse Refusal(EppResultCode code, string message)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(code.Value, 2000, nameof(code));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code.Value, 2999, nameof(code));
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        return new EppFakeResponse(code, message, []);
    }

    /// <summary>Adds an extension to the response.</summary>
    /// <param name="write">
    /// The <c>Write</c> method of the extension, as in <c>WithExtension(new DkDomainInfoResult { AutoRenew = true }.Write)</c>.
    /// </param>
    /// <returns>A copy with the extension.</returns>
    public EppFakeResponse WithExtension(Action<EppXmlWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        return this with { Extensions = [.. Extensions, write] };
    }

    /// <summary>The code and the message.</summary>
    public override string ToString() => Reply switch
    {
        FakeReply.EndConnection => nameof(ConnectionLost),
        FakeReply.Nothing => nameof(Withheld),
        _ => $"{Code} {Message}",
    };
}

/// <summary>What is sent for a response.</summary>
internal enum FakeReply
{
    /// <summary>The response.</summary>
    Response,

    /// <summary>Nothing; the connection is closed.</summary>
    EndConnection,

    /// <summary>Nothing; the connection stays open.</summary>
    Nothing,
}
