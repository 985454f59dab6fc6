using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient;

/// <summary>A result of a response. A successful response has one result, a failed one at least one.</summary>
public sealed record EppResult
{
    /// <summary>The result code.</summary>
    public required EppResultCode Code { get; init; }

    /// <summary>The message of the registry, for people. Do not branch on it if a code is available.</summary>
    public required string Message { get; init; }

    /// <summary>The language of <see cref="Message"/>, such as <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The parts of the command that caused the error, some with a reason.</summary>
    public IReadOnlyList<EppErrorValue> Values { get; init; } = [];

    /// <summary>The code and the message, with e-mail addresses masked.</summary>
    public override string ToString() => $"{Code} {TextRedactor.Mask(Message)}";
}

/// <summary>A part of the command that caused an error (RFC 5730, section 2.6).</summary>
public sealed record EppErrorValue
{
    /// <summary>The element of the command, or text. May contain what the caller sent, including secrets.</summary>
    public required EppMixedContent Value { get; init; }

    /// <summary>The reason for the error; null for a <c>value</c> without one.</summary>
    public string? Reason { get; init; }

    /// <summary>The language of <see cref="Reason"/>.</summary>
    public string? ReasonLanguage { get; init; }

    /// <summary>The reason only, because the value may be secret.</summary>
    public override string ToString() => Reason is null ? "(value)" : TextRedactor.Mask(Reason);
}
