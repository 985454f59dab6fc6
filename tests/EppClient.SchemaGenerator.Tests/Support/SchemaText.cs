namespace EppClient.SchemaGenerator.Tests.Support;

/// <summary>Small schemas of any namespace.</summary>
internal static class SchemaText
{
    /// <summary>A schema that is known by the last word of its namespace, and uses the prefix <c>t</c> for itself too.</summary>
    public static string Of(string targetNamespace, string content, string head = "") => $"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:{WordOf(targetNamespace)}="{targetNamespace}" xmlns:t="{targetNamespace}" targetNamespace="{targetNamespace}" elementFormDefault="qualified" {head}>
        {content}
        </xs:schema>
        """;

    /// <summary>A schema that has no namespace.</summary>
    public static string WithoutNamespace(string content) => $"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
        {content}
        </xs:schema>
        """;

    /// <summary>A global element with one child.</summary>
    public static string Element(string name, string childType, string child = "a") => $"""
        <xs:element name="{name}"><xs:complexType><xs:sequence><xs:element name="{child}" type="{childType}"/></xs:sequence></xs:complexType></xs:element>
        """;

    /// <summary>A simple type that restricts tokens.</summary>
    public static string Token(string name, int maxLength) => $"""
        <xs:simpleType name="{name}"><xs:restriction base="xs:token"><xs:maxLength value="{maxLength}"/></xs:restriction></xs:simpleType>
        """;

    private static string WordOf(string targetNamespace) => targetNamespace.Split(':', '/')[^1].Split('-')[0];
}
