using System.Text.RegularExpressions;

namespace EppClient.PackageTests.Snippets;

/// <summary>Code and pages use the terms of the RFCs and of .NET. Names that were replaced do not come back.</summary>
public sealed partial class VocabularyTests
{
    // The terms of other specifications.
    private static readonly string[] Allowed =
    [
        "has no anchors, assertions or captures", // XML Schema, part 2
    ];

    public static TheoryData<string> Folders => ["src", "samples", "docs"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Texts_use_the_terms_of_the_field(string folder)
    {
        var found = from file in Files(folder)
                    from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
                    where Replaced.IsMatch(line.Text) && !Allowed.Any(allowed => line.Text.Contains(allowed, StringComparison.Ordinal))
                    select $"{Texts.Relative(file)}({line.Number}): {line.Text.Trim()}";

        string.Join("\n", found).Should().BeEmpty();
    }

    [Theory]
    [InlineData("No answer ever reaches somebody else")]
    [InlineData("in octets, its header included")]
    [InlineData("await client.TransactAsync(command)")]
    [InlineData("new EppSendOptions { Lane = EppLane.Bulk }")]
    public void Replaced_terms_are_found(string text) => Replaced.IsMatch(text).Should().BeTrue();

    [Theory]
    [InlineData("The registry responded with 2303.")]
    [InlineData("SqlCommand.ExecuteAsync")]
    public void Other_terms_are_not(string text) => Replaced.IsMatch(text).Should().BeFalse();

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(RepositoryFolder.Combine(folder), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".md" or ".html" or ".js")
            .Concat(folder == "docs" ? [RepositoryFolder.Combine("README.md"), RepositoryFolder.Combine("CONTRIBUTING.md"), RepositoryFolder.Combine("SECURITY.md")] : []);

    [GeneratedRegex(
        @"\b(?:[Aa]nswer(?:s|ed)?|[Oo]ctets?|[Mm]ended|[Tt]old|[Ss]tands|[Aa]nchors?|[Nn]obody|[Ss]omebody|[Ww]hoever|spare server|[Gg]ives? (?:up|back)|[Pp]arked"
        + @"|EppLane|TransactAsync|AttemptAsync|EppUnsettled\w*|EppInquiry|EppFact|EppJournalFinding|CannotTell|EppOperationRecord|IEppOperationStore|DkOperationTracker|EppParkedMessage|ParkAsync"
        + @"|ReopenAsync|LogWire|AnnouncedAlways|AnnouncedNever|FallbackReturn|MaxEqualErrors|EppRateLimitAnswer|EppPhase|DkForeign\w+|DkVerdict|OutcomeDesk|CommandRunner|ISendWitness|BudgetTurn"
        + @"|CommandBudget|CredentialTurn|PoolLedger|WaitingLine|OpenGate|LearnedLimit|WrongPeer|TlsTranscript|OpeningSteps|CreateJudge|BulkBrake)\b")]
    private static partial Regex Replaced { get; }
}
