namespace EppClient.Dk;

/// <summary>One cell of the registry's privilege matrices.</summary>
/// <param name="Verdict">What the registry makes of the operation.</param>
/// <param name="Reason">Why it refuses; null where it does not.</param>
public sealed record DkPrivilege(DkVerdict Verdict, DkRefusalReason? Reason)
{
    internal static DkPrivilege Yes { get; } = new(DkVerdict.Allowed, null);

    internal static DkPrivilege Asks { get; } = new(DkVerdict.Asks, null);

    internal static DkPrivilege NoRole { get; } = new(DkVerdict.Refused, DkRefusalReason.MissingRole);

    internal static DkPrivilege NotInModel { get; } = new(DkVerdict.Refused, DkRefusalReason.HandlingModel);
}
