namespace EppClient.Dk;

/// <summary>One cell of the registry's privilege matrices.</summary>
/// <param name="Permission">What the registry makes of the operation.</param>
/// <param name="Reason">Why it refuses; null where it does not.</param>
public sealed record DkPrivilege(DkPermission Permission, DkRefusalReason? Reason)
{
    internal static DkPrivilege Yes { get; } = new(DkPermission.Allowed, null);

    internal static DkPrivilege Asks { get; } = new(DkPermission.Asks, null);

    internal static DkPrivilege NoRole { get; } = new(DkPermission.Refused, DkRefusalReason.MissingRole);

    internal static DkPrivilege NotInModel { get; } = new(DkPermission.Refused, DkRefusalReason.HandlingModel);
}
