namespace EppClient.Dk.Testing.Results;

/// <summary>The registry's response to a command before it is written: code, literal text and payload.</summary>
internal sealed record DkResult(int Code, string Message)
{
    /// <summary>One of the views in this folder; the wire format determines where its parts are written.</summary>
    public object? Payload { get; init; }

    public bool IsSuccess => Code < 2000;

    public static DkResult Success { get; } = new(1000, "Command completed successfully");

    public static DkResult Pending { get; } = new(1001, "Command completed successfully; action pending");

    public static DkResult PendingRegistrantApproval { get; } = new(1001, "Command completed. Pending registrant approval");

    public static DkResult PolicyError { get; } = new(2306, "Parameter value policy error");

    public static DkResult NoPrivilege { get; } = new(2201, "No privilege.");

    public static DkResult Unauthorized { get; } = new(2201, "Unauthorized");

    public static DkResult Unimplemented { get; } = new(2101, "Unimplemented command");

    public static DkResult UnimplementedOption { get; } = new(2102, "Unimplemented option");

    public static DkResult StatusProhibits { get; } = new(2304, "Domain status prohibits operation");

    public static DkResult With(object payload) => Success with { Payload = payload };

    public static DkResult ValueRequired(string field) => new(2003, $"Value required for {field}");

    public static DkResult ParameterError(string explanation) => new(2306, $"Parameter error. {explanation}");
}

/// <summary>The result of a command, its transaction id, and the state of the caller's message queue afterwards.</summary>
internal sealed record DkCommandResult(DkResult Outcome, string ServerTransactionId, int WaitingMessages, long? FirstMessage);
