namespace EppClient;

/// <summary>Options are invalid. Nothing was connected or sent.</summary>
public sealed class EppOptionsException : ArgumentException
{
    internal EppOptionsException(IReadOnlyList<string> failures, string property)
        : base(failures.Count == 1 ? failures[0] : string.Join(Environment.NewLine, failures), property) => Failures = failures;

    /// <summary>All faults, one text for each; each names the option and what it must be.</summary>
    public IReadOnlyList<string> Failures { get; }
}
