namespace EppClient.SchemaGenerator.Schema;

/// <summary>A name in a namespace.</summary>
internal readonly record struct XmlName(string Namespace, string LocalName)
{
    public override string ToString() => $"{{{Namespace}}}{LocalName}";
}
