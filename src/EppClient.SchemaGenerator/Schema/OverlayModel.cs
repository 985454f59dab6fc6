namespace EppClient.SchemaGenerator.Schema;

/// <summary>A registry's changes to the schemas of others.</summary>
internal sealed record OverlayModel(
    string Profile, SchemaOptions Options, EquatableArray<OverlayType> SimpleTypes, EquatableArray<OverlayElement> OptionalElements);

/// <summary>Changed facets of a simple type.</summary>
internal sealed record OverlayType(
    XmlName Name, int? MinLength, int? MaxLength, string? Pattern, EquatableArray<string> WithoutEnumeration, EquatableArray<string> WithEnumeration, SourceLine Line);

/// <summary>A required element that can be omitted.</summary>
internal sealed record OverlayElement(XmlName Type, string Element, SourceLine Line);
