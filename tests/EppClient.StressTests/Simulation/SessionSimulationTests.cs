using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace EppClient.StressTests.Simulation;

/// <summary>The session manager under seeded schedules, in a process of its own.</summary>
public sealed partial class SessionSimulationTests(ITestOutputHelper output)
{
    private static readonly int Schedules = TestSize.Of(eachCommit: 40, full: 100);
    private static readonly int StepsForEach = TestSize.Of(eachCommit: 2_500, full: 100_000);

    [Fact]
    public async Task Under_every_schedule_each_command_is_completed_once_and_truthfully()
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
        commands.Should().BeGreaterThan(steps / 10, "a simulation in which nothing happens proves nothing");
        connections.Should().BeGreaterThan(steps / 500);
        late.Should().BePositive();
        found.Should().BePositive();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
