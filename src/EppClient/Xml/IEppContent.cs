namespace EppClient.Xml;

/// <summary>What can stand between the tags of an element: its attributes, text and child elements.</summary>
public interface IEppContent
{
    /// <summary>Writes attributes and content into the open element.</summary>
    /// <param name="writer">Where to.</param>
    /// <exception cref="EppValidationException">A value violates its schema type, or a required one is missing.</exception>
    void WriteContent(EppXmlWriter writer);
}
