namespace EppClient.Transport;

/// <summary>What was recognised, and of which kind it is.</summary>
/// <param name="Error">The kind.</param>
/// <param name="What">A sentence.</param>
internal readonly record struct Finding(EppConnectionError Error, string What)
{
    /// <summary>The sentence, and what to do.</summary>
    public string Text => $"{What} {Error.Remedy()}";
}
