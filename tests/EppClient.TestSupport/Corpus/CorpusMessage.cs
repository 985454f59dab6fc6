namespace EppClient.TestSupport.Corpus;

/// <summary>One published message.</summary>
/// <param name="Name">The path inside the corpus.</param>
/// <param name="Document">The bytes, as published.</param>
public sealed record CorpusMessage(string Name, ReadOnlyMemory<byte> Document)
{
    public MessageKind Kind { get; } = MessageKinds.Of(Document);

    public override string ToString() => Name;
}
