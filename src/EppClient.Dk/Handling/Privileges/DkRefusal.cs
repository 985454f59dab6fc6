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

/// <summary>Something was refused: by the registry, or because the handling model or the missing role made the refusal certain.</summary>
public sealed class DkRefusedException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="refusal">The reason.</param>
    public DkRefusedException(DkRefusal refusal)
        : base((refusal ?? throw new ArgumentNullException(nameof(refusal))).ToString(), null) => Refusal = refusal;

    /// <summary>The reason, and the registry's answer where there was one.</summary>
    public DkRefusal Refusal { get; }

    /// <inheritdoc/>
    public override bool IsTransient => Refusal.Reason == DkRefusalReason.RegistryFault;

    /// <inheritdoc/>
    public override EppDelivery Delivery => Refusal.IsLocal ? EppDelivery.NotSent : EppDelivery.ResponseReceived;
}

/// <summary>Why something was refused, by the registry or before it was sent.</summary>
public enum DkRefusalReason
{
    /// <summary>None of those below: the code and the text tell.</summary>
    Other,

    /// <summary>The handling model has no such operation, or domain and contact stand under different models.</summary>
    HandlingModel,

    /// <summary>The account lacks the role on the object, or the login lacks the right inside its account.</summary>
    MissingRole,

    /// <summary>There is no such object.</summary>
    NotFound,

    /// <summary>There is one already.</summary>
    AlreadyExists,

    /// <summary>The object's status forbids it: it is blocked, being deleted, or waits for something.</summary>
    Status,

    /// <summary>A field is locked to a public register, or is the name of a registrant. <see cref="DkRefusal.Field"/> names it.</summary>
    LockedField,

    /// <summary>Another object stands in the way, such as a host that still serves domains.</summary>
    InUse,

    /// <summary>The token is wrong, spent or expired.</summary>
    Token,

    /// <summary>The registry wants a token: transfers without one are closed.</summary>
    TokenRequired,

    /// <summary>The prepaid account has too little money.</summary>
    Funds,

    /// <summary>It is too early or too late to renew, or the expiry date is not the one that was given.</summary>
    RenewalWindow,

    /// <summary>The domain cannot be transferred now: unpaid, blocked, locked, or still being registered.</summary>
    NotTransferable,

    /// <summary>The contact cannot be a registrant: of the wrong kind, or it failed the check of identity.</summary>
    UnusableRegistrant,

    /// <summary>The name servers do not answer for the domain as they should, or there are too few or too many.</summary>
    NameServerSetup,

    /// <summary>The time of acceptance of the terms is missing, malformed or outside of its window.</summary>
    OrderConfirmation,

    /// <summary>A value is missing, malformed or against the registry's policy.</summary>
    InvalidValue,

    /// <summary>The command holds more than one operation.</summary>
    MixedOperations,

    /// <summary>The registry does not implement it.</summary>
    NotImplemented,

    /// <summary>The registry failed; the same command may succeed later.</summary>
    RegistryFault,
}
