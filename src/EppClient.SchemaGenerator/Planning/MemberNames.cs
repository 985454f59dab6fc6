namespace EppClient.SchemaGenerator.Planning;

/// <summary>Ensures that the members of one type have different names.</summary>
internal sealed class MemberNames(ClrType owner)
{
    /// <summary>The members that every record has, or can have.</summary>
    public static readonly string[] OfContent =
    [
        "UnknownElements", "UnknownAttributes", "ReadDiagnostics", "ReadNotes", "As", "Extensions", "Verb", "Write", "WriteContent", "ReadContent", "Find", "Equals", "GetHashCode", "ToString",
        "GetType", "MemberwiseClone", "EqualityContract", "PrintMembers", "Namespace", "ReadPart", "Empty",
    ];

    // A member cannot have the name of its type.
    private readonly HashSet<string> _taken = new(OfContent.Append(owner.Name), StringComparer.Ordinal);

    /// <summary>Reserves the name, or the nearest free one.</summary>
    public string Take(string preferred, string suffix = "Value")
    {
        var name = preferred;
        for (var i = 2; !_taken.Add(name); i++)
        {
            name = i == 2 ? preferred + suffix : preferred + suffix + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }
}
