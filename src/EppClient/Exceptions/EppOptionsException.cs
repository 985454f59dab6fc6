namespace EppClient;

/// <summary>Options are invalid. Nothing was connected or sent.</summary>
public sealed class EppOptionsException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failures">All faults, one text for each; each names the option and what it must be. At least one.</param>
    /// <param name="property">The option of the first fault, such as <c>EppPoolOptions.MaxSessions</c>.</param>
    public EppOptionsException(IReadOnlyList<string> failures, string property)
        : base(string.Join(Environment.NewLine, failures ?? throw new ArgumentNullException(nameof(failures))), property) => Failures = failures;

    /// <summary>All faults, one text for each; each names the option and what it must be.</summary>
    public IReadOnlyList<string> Failures { get; }
}
