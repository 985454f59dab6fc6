namespace EppClient.SchemaGenerator.Planning;

/// <summary>The namespaces of the library that emitted code calls.</summary>
internal static class Library
{
    public const string Xml = "global::EppClient.Xml.";
    public const string Protocol = "global::EppClient.Protocol.";
}
