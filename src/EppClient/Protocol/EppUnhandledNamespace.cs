using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>
/// A part of a response that the registry withheld because its service was not announced at login, and passed on in the result instead
/// (RFC 9038, section 3). The response shows it where it belongs too, among <see cref="EppResponse.DataElements"/> or
/// <see cref="EppResponse.ExtensionElements"/>.
/// </summary>
/// <param name="NamespaceUri">The service, as generated code knows it.</param>
/// <param name="Element">The withheld element: typed where a schema of the profile knows it, else raw.</param>
/// <param name="IsExtension">Whether it belongs under <c>extension</c>; else under <c>resData</c>.</param>
public sealed record EppUnhandledNamespace(string NamespaceUri, IEppElement Element, bool IsExtension)
{
    /// <summary>The service and the element's name; never its content.</summary>
    public override string ToString() => $"{{{NamespaceUri}}}{Element.LocalName}";
}
