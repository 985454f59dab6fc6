namespace EppClient;

/// <summary>How many commands the registry takes in a stretch of time, however that stretch is placed.</summary>
/// <param name="Permits">The number of commands; from 1.</param>
/// <param name="Window">The stretch of time; from 1 millisecond to 30 days.</param>
/// <remarks>
/// A command takes its place before it is sent, and keeps it for a whole window after its answer. So the registry never counts more,
/// wherever it starts to count and however long the way to it takes.
/// </remarks>
public sealed record EppRateLimit(int Permits, TimeSpan Window)
{
    /// <summary>The verbs that count. Default: none named, which means every command; login and logout then as <see cref="CountsLogins"/> says.</summary>
    public IReadOnlyList<EppVerb> Verbs { get; init; } = [];

    /// <summary>Whether login and logout count, where <see cref="Verbs"/> names none. Default: false. A hello is no command and never counts.</summary>
    public bool CountsLogins { get; init; }

    internal bool Counts(EppVerb verb) =>
        Verbs.Count > 0 ? Verbs.Contains(verb) : CountsLogins || verb is not (EppVerb.Login or EppVerb.Logout);

    internal void Validate()
    {
        OptionRules.InRange("EppRateLimit.Permits", Permits, 1, int.MaxValue, "commands");
        OptionRules.InRange("EppRateLimit.Window", Window, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(30));
    }

    /// <summary>The numbers and the verbs.</summary>
    public override string ToString() => FormattableString.Invariant($"{Permits} in {Window:c} of {(Verbs.Count > 0 ? string.Join(", ", Verbs) : "all commands")}");
}

/// <summary>An answer by which a registry says that there were too many commands of late.</summary>
/// <param name="Code">The code of the result.</param>
/// <param name="Text">What the result's text contains, whatever the case. Null: the code says enough.</param>
public sealed record EppRateLimitResponse(EppResultCode Code, string? Text = null)
{
    internal bool Matches(EppResult result) =>
        result.Code == Code && (Text is null || result.Message.Contains(Text, StringComparison.OrdinalIgnoreCase));
}
