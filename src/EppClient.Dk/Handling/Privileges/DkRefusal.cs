using EppClient.Protocol;

namespace EppClient.Dk;

/// <summary>
/// A refusal with its reason, the same whether it was known before anything was sent or came from the registry.
/// </summary>
public sealed record DkRefusal
{
    private const string FieldMark = "modify field:";
    private const string TextIsUnknown = "The registry has not published this text: the reason is that of the code alone.";

    /// <summary>Why.</summary>
    public required DkRefusalReason Reason { get; init; }

    /// <summary>What was refused and what to do about it.</summary>
    public required string Explanation { get; init; }

    /// <summary>The field that is locked; null where the reason is another one.</summary>
    public string? Field { get; init; }

    /// <summary>The registry's answer; null where nothing was sent.</summary>
    public EppResponse? Response { get; init; }

    /// <summary>Whether it was known beforehand, so that nothing was sent.</summary>
    public bool IsLocal => Response is null;

    /// <summary>
    /// Whether the reason is that of the result code alone, because the text of the response is none that the registry has published (its specification 5.3.1
    /// and its status code guide). <see cref="Explanation"/> says so too. False where nothing was sent.
    /// </summary>
    public bool IsFromCodeAlone { get; init; }

    /// <summary>Reads the reason from an answer of the registry.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>The refusal; null where the command succeeded or was accepted.</returns>
    public static DkRefusal? From(EppResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.IsSuccess)
        {
            return null;
        }

        var (reason, remedy, isTextKnown) = RefusalTexts.MeaningOf(response);
        return new DkRefusal
        {
            Reason = reason,
            Explanation = isTextKnown ? remedy : $"{remedy} {TextIsUnknown}",
            IsFromCodeAlone = !isTextKnown,
            Field = reason == DkRefusalReason.LockedField ? FieldOf(response.Message) : null,
            Response = response,
        };
    }

    /// <summary>Reason, explanation, and what the registry said.</summary>
    public override string ToString() => Response is null ? $"{Reason}: {Explanation} Nothing was sent." : $"{Reason}: {Explanation} The registry answered {Response}.";

    internal static DkRefusal Local(DkRefusalReason reason, string explanation, string? field = null) =>
        new() { Reason = reason, Explanation = explanation, Field = field };

    internal static DkRefusal Local(DkOperation operation, DkPrivilege privilege, string name) => Local(
        privilege.Reason ?? DkRefusalReason.Other,
        $"{operation} of {name}: {RefusalTexts.RemedyOf(privilege.Reason ?? DkRefusalReason.Other)}");

    private static string? FieldOf(string text)
    {
        var mark = text.IndexOf(FieldMark, StringComparison.OrdinalIgnoreCase);
        return mark < 0 ? null : text[(mark + FieldMark.Length)..].Split(';')[0].Trim();
    }
}
