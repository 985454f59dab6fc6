namespace EppClient.Xml;

/// <summary>Placeholder of the contract: the generator work replaces it.</summary>
public sealed class EppXmlWriter
{
}
