namespace EppClient.SchemaGenerator.Schema;

/// <summary>What a schema says about a component beside its structure: documentation and our <c>appinfo</c> vocabulary.</summary>
internal sealed record Notes
{
    public static readonly Notes None = new();

    public string? Documentation { get; init; }

    public string? Name { get; init; }

    public bool Secret { get; init; }

    public bool Personal { get; init; }

    public bool Optional { get; init; }

    /// <summary>A choice whose branches become members beside the others, checked when writing.</summary>
    public bool Flat { get; init; }

    public string? Retired { get; init; }

    public EquatableArray<Placement> Placements { get; init; }

    public bool Hidden => Secret || Personal;
}

/// <summary>Where an element may ride.</summary>
/// <param name="Target">The object and verb.</param>
/// <param name="TargetText">The same as the schema spells it, such as <c>contact:create</c>.</param>
/// <param name="IsResponse">Whether it rides on the response.</param>
/// <param name="Required">Whether the registry demands it.</param>
/// <param name="Repeats">Whether it may occur more than once.</param>
internal sealed record Placement(XmlName Target, string TargetText, bool IsResponse, bool Required, bool Repeats);
