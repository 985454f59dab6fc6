using System.Xml;
using System.Xml.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>The built-in types of XML Schema.</summary>
internal static class BuiltInTypes
{
    public static bool Contains(string name) =>
        name == "anyType" || XmlSchemaType.GetBuiltInSimpleType(new XmlQualifiedName(name, XmlSchema.Namespace)) is not null;
}
