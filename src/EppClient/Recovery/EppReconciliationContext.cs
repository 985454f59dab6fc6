using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>The context of one reconciliation: sends queries to the registry and creates the result.</summary>
/// <remarks>For one <see cref="IEppReconciler"/>; not thread-safe.</remarks>
public sealed class EppReconciliationContext
{
    // Dates in responses come from other machines of the registry than the greeting, and often have no fractions of a second.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(2);

    // A date without a zone or a time can be off by a day plus the largest offset from UTC.
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

    /// <summary>The command to reconcile.</summary>
    public EppIndeterminateCommand Command { get; }

    /// <summary>The id that the registry shows for this account as the sponsor of objects: <c>EppOptions.SponsorId</c>.</summary>
    public string SponsorId { get; }

    /// <summary>
    /// Whether <see cref="SponsorId"/> was set, so that any other id belongs to another account. Otherwise it is the login id, which some registries
    /// do not show.
    /// </summary>
    public bool IsSponsorIdSet { get; }

    /// <summary>Queries the registry. The response becomes evidence, whatever its code.</summary>
    /// <param name="query">A command that only reads: check, info, a poll request, a transfer query.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="ArgumentException">The command is not read-only.</exception>
    /// <exception cref="EppUnreadableMemberException">
    /// The data contain a part that cannot be read, or that the schema does not define, and that must not be treated as absent.
    /// </exception>
    /// <exception cref="EppException">There is no response.</exception>
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
    /// <typeparam name="TData">The type of the response's data.</typeparam>
    /// <exception cref="EppProtocolException">The registry reports success, but the response lacks the requested data.</exception>
    public async Task<EppResponse<TData>> QueryAsync<TData>(IEppCommand<TData> query, CancellationToken cancellationToken)
        where TData : class
    {
        var response = (await QueryAsync((IEppCommand)query, cancellationToken).ConfigureAwait(false)).To(query);
        if (response.XmlFault is not null)
        {
            // Throws: the response may have been damaged in transit.
            _ = response.Data;
        }

        return response is { DataOrNull: null, Code: var code } && code == EppResultCode.Success
            ? throw new EppProtocolException($"The response to the query about a lost command is {code}, but contains no {typeof(TData).Name}")
            : response;
    }

    /// <summary>Returns whether an id in a response is that of this account. The comparison ignores case.</summary>
    /// <param name="clientId">The id, such as <c>clID</c>.</param>
    public bool IsOurs(string? clientId) => string.Equals(clientId?.Trim(), SponsorId, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Requires that the data belong to the queried domain or host. The comparison ignores case, a trailing dot and the form of an internationalized
    /// name.
    /// </summary>
    /// <param name="requested">The name in the query.</param>
    /// <param name="shown">The name in the response.</param>
    /// <exception cref="EppProtocolException">The data belong to another object, so they do not determine the outcome.</exception>
    public static void RequireSameName(string requested, string shown)
    {
        if (!EppDomainName.AreSame(requested, shown))
        {
            throw new EppProtocolException($"The query was about {requested}, but the response is about another object");
        }
    }

    /// <summary>
    /// Returns whether a change at that time was made before the command, so the command cannot have made it. Uses the registry's time if the journal
    /// stored it with the command; otherwise compares the registry's clock with this machine's by a hello. Times within two seconds of each other are
    /// ambiguous and do not count as before.
    /// </summary>
    /// <param name="date">A date in a response; null, for never, counts as before.</param>
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
            ? throw new EppProtocolException("The registry sends dates without a zone or without a time, and this date is too close to the command to be compared")
            : date < _earliest;
    }

    /// <summary>The time of the command by the registry's clock. If it is unknown, no change counts as before the command.</summary>
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
            // Some registries do not respond to hello with a greeting.
            return _registry.RegistryTime;
        }
    }

    private bool IsImplausible(DateTimeOffset date) => (date - _time.GetUtcNow()).Duration() > MaxClockSkew;

    /// <summary>Limits the result to the range of the type, because registries may send any date.</summary>
    internal static DateTimeOffset Shift(DateTimeOffset date, TimeSpan by)
    {
        var ticks = (Int128)date.UtcTicks + by.Ticks;
        return ticks <= DateTimeOffset.MinValue.UtcTicks ? DateTimeOffset.MinValue
            : ticks >= DateTimeOffset.MaxValue.UtcTicks ? DateTimeOffset.MaxValue
            : new DateTimeOffset((long)ticks, TimeSpan.Zero);
    }

    /// <summary>Creates the result that the command was carried out.</summary>
    /// <param name="explanation">One sentence that gives the evidence.</param>
    /// <param name="isPending">Whether the decision of the registry is pending.</param>
    public EppReconciliation Applied(string explanation, bool isPending = false) =>
        new(Command, EppReconciliationStatus.Applied, explanation, [.. _evidence]) { IsPending = isPending };

    /// <summary>Creates the result that the command was not carried out.</summary>
    /// <param name="explanation">One sentence that gives the evidence.</param>
    public EppReconciliation NotApplied(string explanation) => new(Command, EppReconciliationStatus.NotApplied, explanation, [.. _evidence]);

    /// <summary>Creates the result that the responses do not determine the outcome.</summary>
    /// <param name="explanation">One sentence that says why not, and where to look instead.</param>
    /// <param name="isRepeatable">Whether the registry responds to the same command in the same way without carrying it out twice.</param>
    public EppReconciliation Indeterminate(string explanation, bool isRepeatable = false) =>
        new(Command, EppReconciliationStatus.Indeterminate, explanation, [.. _evidence]) { IsRepeatable = isRepeatable };

    /// <summary>Creates the result for an error response that the reconciler does not expect.</summary>
    /// <param name="response">The response.</param>
    public EppReconciliation Indeterminate(EppResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Indeterminate($"The registry responded to the query with {response.Results[0]}, which does not determine the outcome.");
    }

    // Reconcilers treat an absent part as "never" or "none". A part that is present but not understood must not determine the outcome.
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
                throw new EppProtocolException($"The registry's response contains {unknown.LocalName} in a namespace other than that of the schema");
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

    // No namespace, or another version of the expected one.
    private static bool IsMisspelledNamespace(string namespaceUri, string expected)
    {
        var stem = expected[..(expected.LastIndexOf('-') + 1)];
        return namespaceUri.Length == 0 || (stem.Length > 0 && namespaceUri.StartsWith(stem, StringComparison.OrdinalIgnoreCase));
    }
}
