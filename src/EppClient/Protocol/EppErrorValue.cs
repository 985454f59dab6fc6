using EppClient.Xml;

namespace EppClient.Protocol;

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
    public override string ToString() => Reason is null ? "(value)" : EppTextMask.Mask(Reason);
}
