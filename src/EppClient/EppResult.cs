using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

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
    public override string ToString() => $"{Code} {TextRedactor.Mask(Message)}";
}

/// <summary>A part of the command that caused an error (RFC 5730, section 2.6).</summary>
public sealed record EppErrorValue
{
    /// <summary>The element of the command, or text. May hold what the caller sent, secrets included.</summary>
    public required EppMixedContent Value { get; init; }

    /// <summary>Why it is an error; null for a <c>value</c> without one.</summary>
    public string? Reason { get; init; }

    /// <summary>The language of <see cref="Reason"/>.</summary>
    public string? ReasonLanguage { get; init; }

    /// <summary>The reason only: the value may be secret.</summary>
    public override string ToString() => Reason is null ? "(value)" : TextRedactor.Mask(Reason);
}
