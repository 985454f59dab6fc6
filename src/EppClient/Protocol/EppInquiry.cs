using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>One look into what became of a command: questions to the registry, and the verdict that follows from the answers.</summary>
/// <remarks>For one <see cref="IEppReconciler"/>; not safe for use by several threads.</remarks>
public sealed class EppInquiry
{
    // Dates in answers come from other machines of the registry than the greeting, and often without fractions of a second.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(2);

    // A greeting with a larger difference is not used as a clock.
    private static readonly TimeSpan MostClockSkew = TimeSpan.FromDays(3650);

    private readonly IRegistryQuestions _registry;
    private readonly TimeProvider _time;
    private readonly List<EppResponse> _evidence = [];
    private DateTimeOffset? _earliest;

    internal EppInquiry(EppUnsettledCommand command, IRegistryQuestions registry, string sponsorId, bool isSponsorIdSet, TimeProvider time)
    {
        Command = command;
        SponsorId = sponsorId;
        IsSponsorIdSet = isSponsorIdSet;
        _registry = registry;
        _time = time;
    }

    /// <summary>The command that it is about.</summary>
    public EppUnsettledCommand Command { get; }

    /// <summary>The id under which the registry shows this account as the sponsor of objects: <c>EppOptions.SponsorId</c>.</summary>
    public string SponsorId { get; }

    /// <summary>Whether <see cref="SponsorId"/> was set, so that any other id is somebody else's; otherwise it is the id to log in with, which some registries do not show.</summary>
    public bool IsSponsorIdSet { get; }

    /// <summary>Asks the registry. The answer becomes evidence, whatever its code.</summary>
    /// <param name="question">A command that only reads: check, info, a poll request, a transfer query.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The command does more than read.</exception>
    /// <exception cref="EppUnreadableMemberException">The response contains a value that cannot be read, and must not be treated as absent.</exception>
    /// <exception cref="EppException">There is no answer.</exception>
    public async Task<EppResponse> AskAsync(IEppCommand question, CancellationToken cancellationToken)
    {
        var response = await _registry.AskAsync(question, cancellationToken).ConfigureAwait(false);
        _evidence.Add(response);
        RequireReadable(response);
        return response;
    }

    /// <inheritdoc cref="AskAsync(IEppCommand, CancellationToken)"/>
    /// <typeparam name="TData">What the registry answers with.</typeparam>
    /// <exception cref="EppProtocolException">The registry reports success, but sends nothing of what was asked for.</exception>
    public async Task<EppResponse<TData>> AskAsync<TData>(IEppCommand<TData> question, CancellationToken cancellationToken)
        where TData : class
    {
        var response = (await AskAsync((IEppCommand)question, cancellationToken).ConfigureAwait(false)).To(question);
        return response is { DataOrNull: null, Code: var code } && code == EppResultCode.Success
            ? throw new EppProtocolException($"The registry answered the question about a lost command with {code}, but without {typeof(TData).Name}.")
            : response;
    }

    /// <summary>Whether an id of the registry's answers is this account's.</summary>
    /// <param name="clientId">The id, such as <c>clID</c>.</param>
    public bool IsOurs(string? clientId) => string.Equals(clientId, SponsorId, StringComparison.Ordinal);

    /// <summary>
    /// Whether a change at that time was made before the command, so the command cannot have made it. Uses the registry's time if the journal
    /// stored it with the command; else a hello compares the registry's clock with this machine's. Times within two seconds of each other
    /// are ambiguous, and do not count as before.
    /// </summary>
    /// <param name="date">A date of the registry's answers; null, for never, is before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EppException">There is no greeting.</exception>
    public async Task<bool> IsBeforeCommandAsync(DateTimeOffset? date, CancellationToken cancellationToken)
    {
        if (date is null)
        {
            return true;
        }

        _earliest ??= Shift(await WrittenAtAsync(cancellationToken).ConfigureAwait(false), -ClockTolerance);
        return date < _earliest;
    }

    /// <summary>By the registry's clock. If that is unknown, no change counts as before the command.</summary>
    private async Task<DateTimeOffset> WrittenAtAsync(CancellationToken cancellationToken)
    {
        if (Command.RegistryTime is { } noted && !IsAbsurd(noted))
        {
            return noted;
        }

        var greeting = await _registry.GreetAsync(cancellationToken).ConfigureAwait(false);
        return IsAbsurd(greeting.ServerDate) ? DateTimeOffset.MinValue : Shift(greeting.ServerDate, -Command.AtMostAgo(_time));
    }

    private bool IsAbsurd(DateTimeOffset date) => (date - _time.GetUtcNow()).Duration() > MostClockSkew;

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
        new(Command, EppReconciliationVerdict.Applied, explanation, [.. _evidence]) { IsPending = isPending };

    /// <summary>The verdict that the command was not carried out.</summary>
    /// <param name="explanation">One sentence: what shows it.</param>
    public EppReconciliation NotApplied(string explanation) => new(Command, EppReconciliationVerdict.NotApplied, explanation, [.. _evidence]);

    /// <summary>The verdict that the answers do not settle it.</summary>
    /// <param name="explanation">One sentence: why not, and where to look instead.</param>
    /// <param name="isRepeatable">Whether the registry answers the same command the same way without doing anything twice.</param>
    public EppReconciliation CannotTell(string explanation, bool isRepeatable = false) =>
        new(Command, EppReconciliationVerdict.CannotTell, explanation, [.. _evidence]) { IsRepeatable = isRepeatable };

    /// <summary>The verdict that follows from an answer that is a refusal no reconciler expects.</summary>
    /// <param name="answer">The answer.</param>
    public EppReconciliation CannotTell(EppResponse answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return CannotTell($"The registry answered the question with {answer.Results[0]}, which does not settle it.");
    }

    // A reconciler treats an absent date as "never". A date that is present but unreadable must not lead to "not applied".
    private static void RequireReadable(EppResponse response)
    {
        var unreadable = response.IsSuccess ? response.ReadDiagnostics.FirstOrDefault(d => d is { Fault: EppReadFault.Unreadable, IsHollow: false }) : null;
        if (unreadable is not null)
        {
            throw new EppUnreadableMemberException("The response", unreadable);
        }
    }
}
