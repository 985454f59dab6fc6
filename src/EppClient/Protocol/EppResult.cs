namespace EppClient.Protocol;

/// <summary>One result of a response. Successful responses have one, failed ones at least one.</summary>
public sealed record EppResult
{
    /// <summary>The code.</summary>
    public required EppResultCode Code { get; init; }

    /// <summary>The registry's text. For people: do not branch on it where a code serves.</summary>
    public required string Message { get; init; }

    /// <summary>The language of <see cref="Message"/>, such as <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The parts of the command that caused the error, some with a reason.</summary>
    public IReadOnlyList<EppErrorValue> Values { get; init; } = [];

    /// <summary>The code and the text; e-mail addresses in it are masked.</summary>
    public override string ToString() => $"{Code} {EppTextMask.Mask(Message)}";
}
