namespace EppClient.Tests.Architecture.Code;

/// <summary>A reference to a type, or to a member of a type, in compiled code.</summary>
/// <param name="User">The type that contains the reference.</param>
/// <param name="Place">The member that contains the reference, for the report.</param>
/// <param name="Used">The referenced type.</param>
/// <param name="Member">The called or accessed member, if any.</param>
/// <param name="InAttribute">Whether it is an attribute or in the arguments of one.</param>
internal sealed record CodeUse(TypeName User, string Place, TypeName Used, string? Member, bool InAttribute)
{
    public string UsedText => Member is null ? Used.ToString() : $"{Used}.{Member}";

    public override string ToString() => $"{Place} uses {UsedText}";
}
