namespace EppClient.Xml;

/// <summary>An XML element that can stand in a wildcard of an EPP message: an object under a command or in <c>resData</c>, or an extension.</summary>
public interface IEppElement
{
    /// <summary>The namespace, as the RFC or the registry's newest schema spells it.</summary>
    string NamespaceUri { get; }

    /// <summary>The local name of the element.</summary>
    string LocalName { get; }

    /// <summary>Writes the element with its tags.</summary>
    /// <param name="writer">Where to.</param>
    /// <exception cref="EppValidationException">A value violates its schema type.</exception>
    void Write(EppXmlWriter writer);
}
