namespace EppClient.SchemaGenerator.Planning;

/// <summary>Keeps the members of one type apart.</summary>
internal sealed class MemberNames(ClrType owner)
{
    // What every record has, and what its own name forbids.
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal)
    {
        owner.Name, "UnknownElements", "UnknownAttributes", "ReadDiagnostics", "ReadNotes", "As", "Extensions", "Verb", "Write", "WriteContent", "ReadContent", "Find", "Equals", "GetHashCode", "ToString",
        "GetType", "MemberwiseClone", "EqualityContract", "PrintMembers", "Namespace", "ReadPart", "Empty",
    };

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
