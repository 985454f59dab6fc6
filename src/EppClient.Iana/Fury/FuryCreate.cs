using EppClient.Xml;

namespace EppClient.Iana.Fury;

/// <summary>The properties of an object that is being created, such as what makes a registrant eligible for .ca.</summary>
[EppElement(IanaNamespaces.Fury, "create")]
public sealed partial record FuryCreate
{
    /// <summary>Creates an empty extension; an object initializer sets its members.</summary>
    public FuryCreate()
    {
    }

    /// <summary>Creates the extension.</summary>
    /// <param name="properties">The properties.</param>
    public FuryCreate(params IReadOnlyList<FuryProperty> properties) => Properties = new FuryProperties { Items = properties };
}
