namespace EppClient.Protocol;

/// <summary>How the registry decided a pending action.</summary>
public sealed record EppPendingOutcome
{
    /// <summary>Whether the action was carried out (<c>paResult</c>).</summary>
    public required bool Succeeded { get; init; }

    /// <summary>When it was decided (<c>paDate</c>); null if it is missing or cannot be read.</summary>
    public DateTimeOffset? DecidedDate { get; init; }

    /// <summary>The response to the poll request that brought the decision: text, data and extensions.</summary>
    public required EppResponse Response { get; init; }

    /// <summary>Whether it succeeded, and the text that came with it, e-mail addresses masked.</summary>
    public override string ToString() =>
        $"{(Succeeded ? "succeeded" : "failed")}: {EppTextMask.Mask(Response.MessageQueue?.Message?.Text ?? string.Empty)}";
}
