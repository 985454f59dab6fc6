namespace EppClient.Xml.Patterns;

/// <summary>A part of a regular expression.</summary>
internal abstract record PatternNode
{
    // Above this the number does not matter any more, and below it products cannot overflow.
    private const long Huge = 1_000_000_000;

    /// <summary>The number of instructions that it takes, as far as it matters.</summary>
    public long Size => Math.Min(Count, Huge);

    protected abstract long Count { get; }
}

internal sealed record ClassNode(CharacterClass Class) : PatternNode
{
    protected override long Count => 1;
}

internal sealed record SequenceNode(IReadOnlyList<PatternNode> Parts) : PatternNode
{
    protected override long Count => Parts.Sum(p => p.Size);
}

internal sealed record ChoiceNode(IReadOnlyList<PatternNode> Branches) : PatternNode
{
    protected override long Count => Branches.Sum(b => b.Size + 2);
}

/// <param name="Body">What is repeated.</param>
/// <param name="Least">How often at least.</param>
/// <param name="Most">How often at most; null without end.</param>
internal sealed record RepeatNode(PatternNode Body, int Least, int? Most) : PatternNode
{
    protected override long Count => (Body.Size + 1) * Math.Max(Most ?? (Least + 1), 1);
}
