using EppClient.Commands;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

/// <summary>An extension in two versions with separate types, as generated in a user's project.</summary>
internal static class Toy
{
    public const string Uri10 = "urn:example:toy-1.0";
    public const string Uri11 = "urn:example:toy-1.1";

    public static readonly EppSchema Schema10 = new ToySchema(Uri10, text => new Toy10(text));
    public static readonly EppSchema Schema11 = new ToySchema(Uri11, text => new Toy11(text));

    private sealed class ToySchema(string uri, Func<string, IEppElement> create) : EppSchema
    {
        public override string NamespaceUri => uri;

        public override IEppElement? Read(EppXmlReader reader) => reader.LocalName == "toy" ? create(reader.ReadText(EppSimpleType.Token) ?? string.Empty) : null;

        public override EppSensitivity SensitivityOf(string localName) => localName == "toy" ? EppSensitivity.Personal : EppSensitivity.None;
    }
}

internal sealed record Toy10(string Text) : IEppElement, IEppExtension<DomainCheck>, IEppResponseExtension<Toy10>
{
    string IEppElement.NamespaceUri => Toy.Uri10;

    string IEppElement.LocalName => "toy";

    public static Toy10? Find(IReadOnlyList<IEppElement> elements) => EppElements.First<Toy10>(elements);

    public void Write(EppXmlWriter writer) => writer.Element(Toy.Uri10, "toy", Text, EppSimpleType.Token, nameof(Text));
}

internal sealed record Toy11(string Text) : IEppElement, IEppExtension<DomainCheck>, IEppResponseExtension<Toy11>
{
    string IEppElement.NamespaceUri => Toy.Uri11;

    string IEppElement.LocalName => "toy";

    public static Toy11? Find(IReadOnlyList<IEppElement> elements) => EppElements.First<Toy11>(elements);

    public void Write(EppXmlWriter writer) => writer.Element(Toy.Uri11, "toy", Text, EppSimpleType.Token, nameof(Text));
}
