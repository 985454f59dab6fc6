using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>One look into what became of a command: questions to the registry, and the verdict that follows from the answers.</summary>
/// <remarks>For one <see cref="IEppReconciler"/>; not safe for use by several threads.</remarks>
public sealed class EppReconciliationContext
{
    // Dates in answers come from other machines of the registry than the greeting, and often without fractions of a second.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(2);

    // A date without a zone, or without a time, can be off by a day and by the zones farthest from UTC.
    private static readonly TimeSpan AssumptionTolerance = TimeSpan.FromHours(24 + 14);

    // The path of data: epp/response/resData/infData/name. Required members are directly below; reading a missing one throws.
    private const int MemberDepth = 5;

    // A greeting with a larger difference is not used as a clock.
    private static readonly TimeSpan MaxClockSkew = TimeSpan.FromDays(3650);

    private readonly IRegistryQueries _registry;
    private readonly TimeProvider _time;
    private readonly List<EppResponse> _evidence = [];
    private DateTimeOffset? _earliest;
    private bool _isDateAssumed;

    internal EppReconciliationContext(EppIndeterminateCommand command, IRegistryQueries registry, string sponsorId, bool isSponsorIdSet, TimeProvider time)
    {
        Command = command;
        SponsorId = sponsorId;
        IsSponsorIdSet = isSponsorIdSet;
        _registry = registry;
        _time = time;
    }

    /// <summary>The command that it is about.</summary>
    public EppIndeterminateCommand Command { get; }

    /// <summary>The id under which the registry shows this account as the sponsor of objects: <c>EppOptions.SponsorId</c>.</summary>
    public string SponsorId { get; }

    /// <summary>Whether <see cref="SponsorId"/> was set, so that any other id is somebody else's; otherwise it is the id to log in with, which some registries do not show.</summary>
    public bool IsSponsorIdSet { get; }

    /// <summary>Asks the registry. The answer becomes evidence, whatever its code.</summary>
    /// <param name="query">A command that only reads: check, info, a poll request, a transfer query.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="ArgumentException">The command does more than read.</exception>
    /// <exception cref="EppUnreadableMemberException">The data contain a part that cannot be read, or that the schema does not know, and that must not be treated as absent.</exception>
    /// <exception cref="EppException">There is no answer.</exception>
    public async Task<EppResponse> QueryAsync(IEppCommand query, CancellationToken cancellationToken)
    {
        var response = await _registry.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        _evidence.Add(response);
        if (response.IsSuccess && query is not IPollCommand)
        {
            RequireReadable(response);
            _isDateAssumed |= response.ReadDiagnostics.Any(diagnostic => diagnostic.Fault == EppReadFault.Assumed);
        }

        return response;
    }

    /// <inheritdoc cref="QueryAsync(IEppCommand, CancellationToken)"/>
    /// <typeparam name="TData">What the registry answers with.</typeparam>
    /// <exception cref="EppProtocolException">The registry reports success, but sends nothing of what was asked for.</exception>
    public async Task<EppResponse<TData>> QueryAsync<TData>(IEppCommand<TData> query, CancellationToken cancellationToken)
        where TData : class
    {
        var response = (await QueryAsync((IEppCommand)query, cancellationToken).ConfigureAwait(false)).To(query);
        if (response.XmlFault is not null)
        {
            // Damaged on the way, perhaps: it throws.
            _ = response.Data;
        }

        return response is { DataOrNull: null, Code: var code } && code == EppResultCode.Success
            ? throw new EppProtocolException($"The response to the question about a lost command is {code}, but without {typeof(TData).Name}")
            : response;
    }

    /// <summary>Whether an id in a response is this account's. Case does not count.</summary>
    /// <param name="clientId">The id, such as <c>clID</c>.</param>
    public bool IsOurs(string? clientId) => string.Equals(clientId?.Trim(), SponsorId, StringComparison.OrdinalIgnoreCase);

    /// <summary>Requires that data are about the domain or host that was asked about. Case, a trailing dot and the form of an internationalized name do not count.</summary>
    /// <param name="requested">The name in the question.</param>
    /// <param name="shown">The name in the response.</param>
    /// <exception cref="EppProtocolException">They are about another one, so they decide nothing.</exception>
    public static void RequireSameName(string requested, string shown)
    {
        if (!DomainNames.AreSame(requested, shown))
        {
            throw new EppProtocolException($"The registry was asked about {requested}, and its response is about another object");
        }
    }

    /// <summary>
    /// Whether a change at that time was made before the command, so the command cannot have made it. Uses the registry's time if the journal
    /// stored it with the command; else a hello compares the registry's clock with this machine's. Times within two seconds of each other
    /// are ambiguous, and do not count as before.
    /// </summary>
    /// <param name="date">A date of the registry's answers; null, for never, is before.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppProtocolException">
    /// The registry sends dates without a zone or without a time, and this one is within 38 hours of the command.
    /// </exception>
    /// <exception cref="EppException">There is no greeting.</exception>
    public async Task<bool> IsBeforeCommandAsync(DateTimeOffset? date, CancellationToken cancellationToken)
    {
        if (date is null)
        {
            return true;
        }

        _earliest ??= Shift(await WrittenAtAsync(cancellationToken).ConfigureAwait(false), -ClockTolerance);
        return _isDateAssumed && (date.Value - _earliest.Value).Duration() < AssumptionTolerance
            ? throw new EppProtocolException("The registry sends dates without a zone or without a time, and this one is too near to the command to be compared")
            : date < _earliest;
    }

    /// <summary>By the registry's clock. If that is unknown, no change counts as before the command.</summary>
    private async Task<DateTimeOffset> WrittenAtAsync(CancellationToken cancellationToken)
    {
        if (Command.RegistryTime is { } noted && !IsImplausible(noted))
        {
            return noted;
        }

        return await RegistryTimeAsync(cancellationToken).ConfigureAwait(false) is { } now && !IsImplausible(now) ? Shift(now, -Command.AtMostAgo(_time)) : DateTimeOffset.MinValue;
    }

    private async Task<DateTimeOffset?> RegistryTimeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await _registry.GetGreetingAsync(cancellationToken).ConfigureAwait(false)).ServerDate;
        }
        catch (Exception e) when (e is EppUnreadableMemberException or EppProtocolException { XmlFault: null })
        {
            // Some registries respond to hello with something else than a greeting.
            return _registry.RegistryTime;
        }
    }

    private bool IsImplausible(DateTimeOffset date) => (date - _time.GetUtcNow()).Duration() > MaxClockSkew;

    /// <summary>Limited to the range of the type: registries may send any date.</summary>
    internal static DateTimeOffset Shift(DateTimeOffset date, TimeSpan by)
    {
        var ticks = (Int128)date.UtcTicks + by.Ticks;
        return ticks <= DateTimeOffset.MinValue.UtcTicks ? DateTimeOffset.MinValue
            : ticks >= DateTimeOffset.MaxValue.UtcTicks ? DateTimeOffset.MaxValue
            : new DateTimeOffset((long)ticks, TimeSpan.Zero);
    }

    /// <summary>The verdict that the command was carried out.</summary>
    /// <param name="explanation">One sentence: what shows it.</param>
    /// <param name="isPending">Whether the registry has not decided yet.</param>
    public EppReconciliation Applied(string explanation, bool isPending = false) =>
        new(Command, EppReconciliationStatus.Applied, explanation, [.. _evidence]) { IsPending = isPending };

    /// <summary>The verdict that the command was not carried out.</summary>
    /// <param name="explanation">One sentence: what shows it.</param>
    public EppReconciliation NotApplied(string explanation) => new(Command, EppReconciliationStatus.NotApplied, explanation, [.. _evidence]);

    /// <summary>The verdict that the answers do not settle it.</summary>
    /// <param name="explanation">One sentence: why not, and where to look instead.</param>
    /// <param name="isRepeatable">Whether the registry answers the same command the same way without doing anything twice.</param>
    public EppReconciliation Indeterminate(string explanation, bool isRepeatable = false) =>
        new(Command, EppReconciliationStatus.Indeterminate, explanation, [.. _evidence]) { IsRepeatable = isRepeatable };

    /// <summary>The verdict that follows from an answer that is a refusal no reconciler expects.</summary>
    /// <param name="response">The answer.</param>
    public EppReconciliation Indeterminate(EppResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Indeterminate($"The registry answered the question with {response.Results[0]}, which does not settle it.");
    }

    // Reconcilers treat an absent part as "never" or "none". A part that is present but not understood must not lead to a verdict.
    private static void RequireReadable(EppResponse response)
    {
        if (response.ReadDiagnostics.FirstOrDefault(IsUnreliable) is { } doubt)
        {
            throw new EppUnreadableMemberException("The response", doubt);
        }

        foreach (var data in response.DataElements)
        {
            if (data is EppComplexContent content && content.UnknownElements.FirstOrDefault(element => IsMisspelledNamespace(element.NamespaceUri, data.NamespaceUri)) is { } unknown)
            {
                throw new EppProtocolException($"The registry's response contains {unknown.LocalName} in another namespace than the schema has");
            }
        }
    }

    private static bool IsUnreliable(EppReadDiagnostic diagnostic) => diagnostic.Fault switch
    {
        EppReadFault.Unreadable => !diagnostic.IsEmptyElement,
        EppReadFault.OutsideType or EppReadFault.Unexpected => IsData(diagnostic.Path),
        EppReadFault.Missing => IsData(diagnostic.Path) && diagnostic.Path.Count(c => c == '/') >= MemberDepth,
        _ => false,
    };

    private static bool IsData(string path) =>
        path.StartsWith("epp/response/resData/", StringComparison.Ordinal)
        || path.StartsWith("epp/response/extension/", StringComparison.Ordinal)
        || path.StartsWith("epp/response/result/extValue/", StringComparison.Ordinal);

    // No namespace, or another version of the same.
    private static bool IsMisspelledNamespace(string namespaceUri, string expected)
    {
        var stem = expected[..(expected.LastIndexOf('-') + 1)];
        return namespaceUri.Length == 0 || (stem.Length > 0 && namespaceUri.StartsWith(stem, StringComparison.OrdinalIgnoreCase));
    }
}
