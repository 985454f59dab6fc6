namespace EppClient.Xml;

/// <summary>A required element that a registry may leave out.</summary>
/// <param name="NamespaceUri">The namespace of the schema.</param>
/// <param name="TypeName">The complex type in which the element stands, such as <c>trnDataType</c>.</param>
/// <param name="ElementName">The element, such as <c>acID</c>.</param>
public sealed record EppOptionalElement(string NamespaceUri, string TypeName, string ElementName);
