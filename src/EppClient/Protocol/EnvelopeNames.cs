using System.Collections.Frozen;

namespace EppClient.Protocol;

/// <summary>The names of verbs and transfer operations in messages (RFC 5730), in both directions.</summary>
internal static class EnvelopeNames
{
    private static readonly FrozenDictionary<string, EppVerb> Verbs = Enum.GetValues<EppVerb>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, EppTransferOperation> Operations =
        Enum.GetValues<EppTransferOperation>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    /// <summary>The names of the transfer operations, in the order of the alphabet.</summary>
    public static IEnumerable<string> TransferOperations => Operations.Keys.Order(StringComparer.Ordinal);

    public static string Of(EppVerb verb) => verb switch
    {
        EppVerb.Check => "check",
        EppVerb.Info => "info",
        EppVerb.Poll => "poll",
        EppVerb.Create => "create",
        EppVerb.Delete => "delete",
        EppVerb.Renew => "renew",
        EppVerb.Transfer => "transfer",
        EppVerb.Update => "update",
        EppVerb.Login => "login",
        EppVerb.Logout => "logout",
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "Not a command of RFC 5730."),
    };

    public static string Of(EppTransferOperation operation) => operation switch
    {
        EppTransferOperation.Approve => "approve",
        EppTransferOperation.Cancel => "cancel",
        EppTransferOperation.Query => "query",
        EppTransferOperation.Reject => "reject",
        EppTransferOperation.Request => "request",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not a transfer operation."),
    };

    /// <summary>The verb with a name; null if there is none. Names are case-sensitive, as in XML.</summary>
    public static EppVerb? VerbOf(string name) => Verbs.TryGetValue(name, out var verb) ? verb : null;

    /// <summary>The transfer operation with a name; null if there is none.</summary>
    public static EppTransferOperation? TransferOperationOf(string? name) => name is not null && Operations.TryGetValue(name, out var operation) ? operation : null;
}
