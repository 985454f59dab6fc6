namespace EppClient.SchemaGenerator.Schema;

/// <summary>The restrictions of a simple type, including those of its base types.</summary>
internal sealed record Facets
{
    public static readonly Facets None = new();

    public string? MinLength { get; init; }

    public string? MaxLength { get; init; }

    public string? MinInclusive { get; init; }

    public string? MaxInclusive { get; init; }

    public string? MinExclusive { get; init; }

    public string? MaxExclusive { get; init; }

    public string? TotalDigits { get; init; }

    public string? FractionDigits { get; init; }

    /// <summary>Preserve, Replace or Collapse; null if the type does not state it.</summary>
    public string? WhiteSpace { get; init; }

    /// <summary>The patterns, one for each derivation step that has any: a value must match all.</summary>
    public EquatableArray<string> Patterns { get; init; }

    /// <summary>The patterns that cannot be checked.</summary>
    public EquatableArray<UncheckedPattern> Unchecked { get; init; }
}

/// <summary>A pattern that cannot be checked.</summary>
/// <param name="Text">The pattern.</param>
/// <param name="Reason">The reason.</param>
internal sealed record UncheckedPattern(string Text, string Reason);
