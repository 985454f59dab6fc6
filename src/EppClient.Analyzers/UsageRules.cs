using Microsoft.CodeAnalysis;

namespace EppClient.Analyzers;

/// <summary>The rules, with the ids that suppressions name. docs/reference/analyzers.md describes each.</summary>
internal static class UsageRules
{
    public const string PoolPerCallId = "EPP2001";
    public const string MissingAcknowledgeId = "EPP2002";
    public const string RetryAfterUnknownOutcomeId = "EPP2003";
    public const string DroppedDsRecordsId = "EPP2004";
    public const string IgnoredPendingId = "EPP2005";

    private const string Category = "EppUsage";

    public static readonly DiagnosticDescriptor PoolPerCall = new(
        PoolPerCallId,
        "A pool is created for each request",
        "A new EppSessionPool is created {0}: each opens its own connections and logs in again. Create one pool for each account, and share it.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor MissingAcknowledge = new(
        MissingAcknowledgeId,
        "Poll messages are never acknowledged",
        "The loop reads messages but acknowledges none, so it reads the same message again and again. Call AcknowledgeAsync when the message is processed, or use ReadMessagesAsync.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor RetryAfterUnknownOutcome = new(
        RetryAfterUnknownOutcomeId,
        "A command is sent again after an unknown outcome",
        "{0} changes something, and is sent again although the registry may have carried it out. Call ReconcileAsync of EppOutcomeUnknownException first.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor DroppedDsRecords = new(
        DroppedDsRecordsId,
        "A change of name servers removes the DS records",
        "The .dk registry removes all DS records when the name servers change. Pass the DS records that the domain has afterwards, or [] to leave it unsigned.",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor IgnoredPending = new(
        IgnoredPendingId,
        "A pending action is ignored",
        "The response is not used, but it says whether the registry has carried out the command or decides later (1001). Read EppResponse.Pending.",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true);
}
