using Xunit.Abstractions;

namespace EppClient.StressTests.Soak;

/// <summary>A short soak run. To run an hour: <c>dotnet run -c Release --project tests/EppClient.StressTests -- soak</c>.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    [Fact(Timeout = 7_200_000)]
    public async Task Client_results_match_the_registry()
    {
        var report = await SoakRun.RunAsync(
            new SoakOptions
            {
                Duration = TimeSpan.FromSeconds(TestSize.Of(eachCommit: 10, full: 3600)),
                Seed = TestSize.Seed,
                SampleInterval = TimeSpan.FromSeconds(TestSize.Of(eachCommit: 5, full: 60)),
                WithoutFaults = TimeSpan.FromSeconds(1),
                WithFaults = TimeSpan.FromSeconds(1),
                CommandTimeout = TimeSpan.FromSeconds(5),
            },
            output.WriteLine);

        report.Problems.Should().BeEmpty(TestSize.Repeat);
        report.InFlight.Should().Be(0);
        report.Commands.Should().Be(report.Samples[^1].Completed + report.Samples[^1].Rejected + report.Samples[^1].NotSent + report.Samples[^1].Unknown);
        report.Samples[^1].Completed.Should().BePositive();
        report.Samples[^1].Rejected.Should().BePositive();
        report.Faults.Values.Sum().Should().BePositive();
    }

    [Fact]
    public void Growth_is_distinguished_from_fluctuation()
    {
        Growth.In([.. Enumerable.Range(0, 60).Select(i => Sample(heap: 10_000_000 + (i % 2 * 50_000_000), handles: 50))]).Should().BeEmpty();
        Growth.In([.. Enumerable.Range(0, 60).Select(i => Sample(heap: 10_000_000 + (i * 1_000_000), handles: 50))]).Should().ContainSingle().Which.Should().Contain("heap");
        Growth.In([.. Enumerable.Range(0, 60).Select(i => Sample(heap: 10_000_000, handles: 50 + i))]).Should().ContainSingle().Which.Should().Contain("handles");
    }

    private static Sample Sample(long heap, int handles) => new(TimeSpan.Zero, 0, 0, 0, 0, 0, 0, 0, 0, 0, heap, handles, 20, 0, 5);
}
