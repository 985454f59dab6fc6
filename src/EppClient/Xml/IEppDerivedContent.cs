namespace EppClient.Xml;

/// <summary>The content of an element whose declared type is abstract: the element names the type that it has.</summary>
public interface IEppDerivedContent : IEppContent
{
    /// <summary>The canonical namespace of the type.</summary>
    string TypeNamespaceUri { get; }

    /// <summary>The name of the type in its schema.</summary>
    string TypeName { get; }
}
