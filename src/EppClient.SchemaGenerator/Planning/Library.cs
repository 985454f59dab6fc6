namespace EppClient.SchemaGenerator.Planning;

/// <summary>The namespaces of the types that emitted code uses, each as the beginning of a type reference.</summary>
internal static class Library
{
    public const string Root = TypeText.Start + "EppClient" + TypeText.Separator;
    public const string Xml = TypeText.Start + "EppClient.Xml" + TypeText.Separator;
    public const string System = TypeText.Start + "System" + TypeText.Separator;
    public const string Collections = TypeText.Start + "System.Collections.Generic" + TypeText.Separator;
    public const string CodeAnalysis = TypeText.Start + "System.Diagnostics.CodeAnalysis" + TypeText.Separator;
    public const string Globalization = TypeText.Start + "System.Globalization" + TypeText.Separator;
    public const string Numerics = TypeText.Start + "System.Numerics" + TypeText.Separator;
    public const string Text = TypeText.Start + "System.Text" + TypeText.Separator;
}
