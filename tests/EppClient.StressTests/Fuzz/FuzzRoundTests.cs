using EppClient.StressTests.Fuzz.Inputs;
using EppClient.StressTests.Fuzz.Runs;
using EppClient.StressTests.Fuzz.Targets;
using Xunit.Abstractions;

namespace EppClient.StressTests.Fuzz;

/// <summary>A round with the seeds that are in every checkout.</summary>
public sealed class FuzzRoundTests(ITestOutputHelper output)
{
    private static readonly int Steps = TestSize.Of(eachCommit: 40, full: 20_000);

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    [Fact(Timeout = 7_200_000)]
    public async Task Mutated_messages_are_read_or_rejected_within_the_limits()
    {
        var run = new FuzzRun(TestSize.Seed, SeedInputs.Own);

        await Task.Run(() =>
        {
            for (var step = 0; step < Steps; step++)
            {
                run.Step();
            }
        });

        output.WriteLine(TestSize.Repeat);
        output.WriteLine(run.Summary(TimeSpan.FromSeconds(1)));
        run.Findings.Select(finding => $"{finding.Finding.Message}: {Convert.ToBase64String(finding.Input)}").Should().BeEmpty(TestSize.Repeat);
        run.Counts.Values.Should().OnlyContain(count => count.Read > 0 && count.Read < count.Fed, "both accepted and rejected inputs are required");
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Targets))]
    public async Task Unmodified_seeds_pass(string name)
    {
        var target = FuzzTargets.Named(name);

        var read = await Task.Run(() => SeedInputs.Own(target).Count(seed => target.Try(seed)));

        read.Should().BePositive();
    }

    [Fact]
    public void Same_seed_makes_the_same_inputs()
    {
        var (one, again) = (new Mutator([[1, 2, 3], "<a><b/></a>"u8.ToArray()], new Random(TestSize.Seed)), new Mutator([[1, 2, 3], "<a><b/></a>"u8.ToArray()], new Random(TestSize.Seed)));

        Enumerable.Range(0, 200).Select(_ => one.Next()).Should().BeEquivalentTo(Enumerable.Range(0, 200).Select(_ => again.Next()), options => options.WithStrictOrdering());
    }
}
