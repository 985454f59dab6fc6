namespace EppClient.SchemaGenerator.Schema;

/// <summary>The documentation of a component, and its annotations of this library in <c>appinfo</c>.</summary>
internal sealed record Notes
{
    public static readonly Notes None = new();

    public string? Documentation { get; init; }

    public string? Name { get; init; }

    public bool Secret { get; init; }

    public bool Personal { get; init; }

    public bool Optional { get; init; }

    /// <summary>Whether the branches of a choice become members beside the others, checked when writing.</summary>
    public bool Flat { get; init; }

    public string? Retired { get; init; }

    public EquatableArray<Placement> Placements { get; init; }

    public bool Hidden => Secret || Personal;
}

/// <summary>A command or response that an element can extend.</summary>
/// <param name="Target">The object and verb.</param>
/// <param name="TargetText">The same as in the schema, such as <c>contact:create</c>.</param>
/// <param name="IsResponse">Whether it extends the response.</param>
/// <param name="Required">Whether the registry requires it.</param>
/// <param name="Repeats">Whether it can occur more than once.</param>
internal sealed record Placement(XmlName Target, string TargetText, bool IsResponse, bool Required, bool Repeats);
