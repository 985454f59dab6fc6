using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace EppClient.StressTests.Simulation;

/// <summary>Tests the session manager under seeded schedules, in a separate process.</summary>
public sealed partial class SessionSimulationTests(ITestOutputHelper output)
{
    private static readonly int Schedules = TestSize.Of(eachCommit: 40, full: 100);
    private static readonly int StepsForEach = TestSize.Of(eachCommit: 2_500, full: 100_000);

    [Fact]
    public async Task Each_command_completes_once_with_its_actual_outcome_under_every_schedule()
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            ["exec", typeof(SimulationProgram).Assembly.Location, "simulate", "--seed", Text(TestSize.Seed), "--schedules", Text(Schedules), "--steps", Text(StepsForEach)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (written, failure) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        (await failure).Should().BeEmpty(TestSize.Repeat);
        process.ExitCode.Should().Be(0);
        output.WriteLine($"{TestSize.Repeat}: {await written}");
        var counts = Number().Matches(await written).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToArray();
        counts.Should().HaveCount(5);
        var (steps, commands, connections, late, found) = (counts[0], counts[1], counts[2], counts[3], counts[4]);
        steps.Should().Be(Schedules * StepsForEach);
        commands.Should().BeGreaterThan(steps / 10, "a simulation without commands proves nothing");
        connections.Should().BeGreaterThan(steps / 500);
        late.Should().BePositive();
        found.Should().BePositive();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
