namespace EppClient.SchemaGenerator.Planning;

/// <summary>Keeps the members of one type apart.</summary>
internal sealed class MemberNames(ClrType owner)
{
    /// <summary>What every record has, or may have.</summary>
    public static readonly string[] OfContent =
    [
        "UnknownElements", "UnknownAttributes", "ReadDiagnostics", "ReadNotes", "As", "Extensions", "Verb", "Write", "WriteContent", "ReadContent", "Find", "Equals", "GetHashCode", "ToString",
        "GetType", "MemberwiseClone", "EqualityContract", "PrintMembers", "Namespace", "ReadPart", "Empty",
    ];

    // Its own name, too, no member can have.
    private readonly HashSet<string> _taken = new(OfContent.Append(owner.Name), StringComparer.Ordinal);

    /// <summary>Takes the name, or the nearest free one.</summary>
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
