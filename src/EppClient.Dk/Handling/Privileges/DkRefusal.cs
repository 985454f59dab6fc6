namespace EppClient.Dk;

/// <summary>
/// A refusal and its reason. It has the same form whether it was certain before anything was sent or came from the registry.
/// </summary>
public sealed record DkRefusal
{
    private const string FieldMark = "modify field:";
    private const string TextIsUnknown = "The registry has not published this text: the reason was determined from the code alone.";

    /// <summary>The reason.</summary>
    public required DkRefusalReason Reason { get; init; }

    /// <summary>What was refused, and the remedy.</summary>
    public required string Explanation { get; init; }

    /// <summary>The locked field; null for other reasons.</summary>
    public string? Field { get; init; }

    /// <summary>The registry's response; null if nothing was sent.</summary>
    public EppResponse? Response { get; init; }

    /// <summary>Whether the refusal was certain in advance, so nothing was sent.</summary>
    public bool IsLocal => Response is null;

    /// <summary>
    /// Whether the reason was determined from the result code alone, because the registry has not published the text of the response (in its specification
    /// 5.3.1 or its status code guide). <see cref="Explanation"/> says so too. False if nothing was sent.
    /// </summary>
    public bool IsFromCodeAlone { get; init; }

    /// <summary>Determines the reason from a response of the registry.</summary>
    /// <param name="response">The response.</param>
    /// <returns>The refusal; null if the command succeeded or was accepted.</returns>
    public static DkRefusal? From(EppResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.IsSuccess)
        {
            return null;
        }

        var (reason, remedy, isTextKnown) = RefusalTexts.MeaningOf(response);
        if (reason == DkRefusalReason.NameServerSetup)
        {
            // The registry's text says which host, and what is wrong with it.
            remedy = $"{remedy} The registry says: {string.Join("; ", response.Results.Select(result => result.Message).Concat(response.Results.SelectMany(result => result.Values).Select(value => value.Reason).OfType<string>()))}.";
        }

        return new DkRefusal
        {
            Reason = reason,
            Explanation = isTextKnown ? remedy : $"{remedy} {TextIsUnknown}",
            IsFromCodeAlone = !isTextKnown,
            Field = reason == DkRefusalReason.LockedField ? FieldOf(response.Message) : null,
            Response = response,
        };
    }

    /// <summary>Returns the reason, the explanation, and the registry's response.</summary>
    public override string ToString() => Response is null ? $"{Reason}: {Explanation} Nothing was sent." : $"{Reason}: {Explanation} The registry responded {Response}.";

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

/// <summary>An operation was refused, by the registry or because the handling model or a missing role made the refusal certain.</summary>
public sealed class DkRefusedException : EppException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="refusal">The reason.</param>
    public DkRefusedException(DkRefusal refusal)
        : base((refusal ?? throw new ArgumentNullException(nameof(refusal))).ToString(), null) => Refusal = refusal;

    /// <summary>The reason, and the registry's response if there is one.</summary>
    public DkRefusal Refusal { get; }

    /// <inheritdoc/>
    public override bool IsTransient => Refusal.Reason == DkRefusalReason.RegistryFault;

    /// <inheritdoc/>
    public override EppDelivery Delivery => Refusal.IsLocal ? EppDelivery.NotSent : EppDelivery.ResponseReceived;
}

/// <summary>Why an operation was refused, by the registry or before it was sent.</summary>
public enum DkRefusalReason
{
    /// <summary>None of the other reasons: see the code and the text.</summary>
    Other,

    /// <summary>The handling model does not have the operation, or domain and contact are under different models.</summary>
    HandlingModel,

    /// <summary>The account lacks the role on the object, or the login lacks the right inside its account.</summary>
    MissingRole,

    /// <summary>The object does not exist.</summary>
    NotFound,

    /// <summary>The object already exists.</summary>
    AlreadyExists,

    /// <summary>The object's status forbids the operation: it is blocked, pending deletion, or waiting for another action.</summary>
    Status,

    /// <summary>A field is locked to a public register, or is the name of a registrant. <see cref="DkRefusal.Field"/> names it.</summary>
    LockedField,

    /// <summary>Another object prevents the operation, such as domains that use a host.</summary>
    InUse,

    /// <summary>The token is wrong, used or expired.</summary>
    Token,

    /// <summary>The registry requires a token: transfers without one are closed.</summary>
    TokenRequired,

    /// <summary>The balance of the prepaid account is too low.</summary>
    Funds,

    /// <summary>It is too early or too late to renew, or the given expiry date is wrong.</summary>
    RenewalWindow,

    /// <summary>The domain cannot be transferred now: it is unpaid, blocked, locked, or still being registered.</summary>
    NotTransferable,

    /// <summary>The contact cannot be a registrant: it is of the wrong kind, or it failed the identity check.</summary>
    UnusableRegistrant,

    /// <summary>The name servers do not respond correctly for the domain, or there are too few or too many.</summary>
    NameServerSetup,

    /// <summary>The time of acceptance of the terms is missing, malformed or outside the allowed range.</summary>
    OrderConfirmation,

    /// <summary>A value is missing, malformed or against the registry's policy.</summary>
    InvalidValue,

    /// <summary>The command has more than one operation.</summary>
    MixedOperations,

    /// <summary>The registry does not implement the operation.</summary>
    NotImplemented,

    /// <summary>The registry failed; the same command may succeed later.</summary>
    RegistryFault,
}
