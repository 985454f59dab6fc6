namespace EppClient.Protocol;

/// <summary>What the registry does with the data that it collects (<c>dcp</c>; RFC 5730, section 2.4). Values are the element names of the RFC.</summary>
public sealed record EppDataCollectionPolicy
{
    /// <summary>The access that people have to data about them: all, none, null, other, personal or personalAndOther.</summary>
    public required string Access { get; init; }

    /// <summary>The statements.</summary>
    public required IReadOnlyList<EppDataCollectionStatement> Statements { get; init; }
}

/// <summary>One statement of a data collection policy.</summary>
public sealed record EppDataCollectionStatement
{
    /// <summary>What the data is collected for: admin, contact, other, prov.</summary>
    public required IReadOnlyList<string> Purposes { get; init; }

    /// <summary>Who receives it: other, ours, public, same, unrelated.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>How long it is kept: business, indefinite, legal, none or stated.</summary>
    public required string Retention { get; init; }
}
