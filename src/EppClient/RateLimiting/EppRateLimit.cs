namespace EppClient;

/// <summary>The maximum number of commands that the registry accepts in any period of a given length.</summary>
/// <param name="Permits">The number of commands; minimum: 1.</param>
/// <param name="Window">The length of the period, from 1 millisecond to 30 days.</param>
/// <remarks>
/// A command acquires a permit before it is sent and holds it until one window after its response. The registry's count therefore never exceeds the
/// limit, regardless of when its windows begin and of the network delay.
/// </remarks>
public sealed record EppRateLimit(int Permits, TimeSpan Window)
{
    /// <summary>The verbs that count. Default: empty, which means every command; <see cref="CountsLogins"/> then decides about login and logout.</summary>
    public IReadOnlyList<EppVerb> Verbs { get; init; } = [];

    /// <summary>Whether login and logout count if <see cref="Verbs"/> is empty. Default: false. A hello is not a command and never counts.</summary>
    public bool CountsLogins { get; init; }

    internal bool Counts(EppVerb verb) =>
        Verbs.Count > 0 ? Verbs.Contains(verb) : CountsLogins || verb is not (EppVerb.Login or EppVerb.Logout);

    internal void Validate(OptionFaults faults)
    {
        faults.InRange("EppRateLimit.Permits", Permits, 1, int.MaxValue, "commands");
        faults.InRange("EppRateLimit.Window", Window, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(30));
        foreach (var verb in Verbs)
        {
            faults.RequireDefined("EppRateLimit.Verbs", verb);
        }
    }

    /// <summary>Returns the permits, the window and the verbs.</summary>
    public override string ToString() => FormattableString.Invariant($"{Permits} in {Window:c} of {(Verbs.Count > 0 ? string.Join(", ", Verbs) : "all commands")}");
}

/// <summary>A response by which a registry reports that the client has sent too many commands.</summary>
/// <param name="Code">The result code.</param>
/// <param name="Text">Text that the result's message contains, case-insensitive. Default: null, the code is sufficient.</param>
public sealed record EppRateLimitResponse(EppResultCode Code, string? Text = null)
{
    internal bool Matches(EppResult result) =>
        result.Code == Code && (Text is null || result.Message.Contains(Text, StringComparison.OrdinalIgnoreCase));
}
