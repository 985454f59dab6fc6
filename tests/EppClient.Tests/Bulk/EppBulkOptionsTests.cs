using EppClient.Bulk;

namespace EppClient.Tests.Bulk;

public sealed class EppBulkOptionsTests
{
    private static readonly EppBulkOptions Defaults = new();

    [Fact]
    public void Defaults_match_the_documentation()
    {
        (Defaults.Degree, Defaults.MaxTries, Defaults.MaxFailuresInARow, Defaults.LoadBatch).Should().Be((null, 5, 100, 1_000));
        (Defaults.CommandTimeout, Defaults.RetryDelay, Defaults.MaxRetryDelay).Should().Be((TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1)));
        Defaults.ProgressInterval.Should().Be(TimeSpan.FromSeconds(1));
    }

    public static TheoryData<EppBulkOptions> Allowed() =>
    [
        Defaults,
        Defaults with { Degree = 1 },
        Defaults with { Degree = 10_000 },
        Defaults with { CommandTimeout = TimeSpan.FromSeconds(1) },
        Defaults with { MaxTries = 1 },
        Defaults with { MaxTries = 1_000 },
        Defaults with { RetryDelay = TimeSpan.FromMinutes(1) },
        Defaults with { MaxFailuresInARow = 1 },
        Defaults with { MaxFailuresInARow = null },
        Defaults with { LoadBatch = 1 },
        Defaults with { LoadBatch = 100_000 },
        Defaults with { ProgressInterval = TimeSpan.FromMilliseconds(10) },
    ];

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Limits_of_the_ranges_are_allowed(EppBulkOptions options) => options.Invoking(o => o.Validate()).Should().NotThrow();

    public static TheoryData<EppBulkOptions, string> Refused() => new()
    {
        { Defaults with { Degree = 0 }, nameof(EppBulkOptions.Degree) },
        { Defaults with { Degree = 10_001 }, nameof(EppBulkOptions.Degree) },
        { Defaults with { CommandTimeout = TimeSpan.FromMilliseconds(999) }, nameof(EppBulkOptions.CommandTimeout) },
        { Defaults with { MaxTries = 0 }, nameof(EppBulkOptions.MaxTries) },
        { Defaults with { MaxTries = 1_001 }, nameof(EppBulkOptions.MaxTries) },
        { Defaults with { RetryDelay = TimeSpan.Zero }, nameof(EppBulkOptions.RetryDelay) },
        { Defaults with { RetryDelay = TimeSpan.FromMinutes(2) }, nameof(EppBulkOptions.RetryDelay) },
        { Defaults with { MaxRetryDelay = TimeSpan.FromDays(2) }, nameof(EppBulkOptions.MaxRetryDelay) },
        { Defaults with { MaxFailuresInARow = 0 }, nameof(EppBulkOptions.MaxFailuresInARow) },
        { Defaults with { LoadBatch = 0 }, nameof(EppBulkOptions.LoadBatch) },
        { Defaults with { LoadBatch = 100_001 }, nameof(EppBulkOptions.LoadBatch) },
        { Defaults with { ProgressInterval = TimeSpan.FromMilliseconds(9) }, nameof(EppBulkOptions.ProgressInterval) },
        { Defaults with { ProgressInterval = TimeSpan.FromDays(2) }, nameof(EppBulkOptions.ProgressInterval) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Value_out_of_range_is_refused_with_the_name_of_the_option(EppBulkOptions options, string name) =>
        options.Invoking(o => o.Validate()).Should().Throw<ArgumentException>().WithMessage($"*EppBulkOptions.{name}*");
}
