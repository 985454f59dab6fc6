namespace EppClient.Tests.Architecture.Code;

/// <summary>One mention of a type, or of a member of a type, in compiled code.</summary>
/// <param name="User">The type that mentions it.</param>
/// <param name="Place">The member that mentions it, for the report.</param>
/// <param name="Used">The type that is mentioned.</param>
/// <param name="Member">Its member, where one is called or accessed.</param>
/// <param name="InAttribute">Whether it is an attribute, or stands in the arguments of one.</param>
internal sealed record CodeUse(TypeName User, string Place, TypeName Used, string? Member, bool InAttribute)
{
    public string UsedText => Member is null ? Used.ToString() : $"{Used}.{Member}";

    public override string ToString() => $"{Place} uses {UsedText}";
}
