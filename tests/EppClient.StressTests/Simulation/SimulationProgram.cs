using System.Globalization;

namespace EppClient.StressTests.Simulation;

/// <summary>
/// The command line of the simulation: the session manager under seeded schedules. Runs in a separate process, because a schedule waits until the
/// thread pool is idle.
/// </summary>
internal static class SimulationProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not ["--seed", var first, "--schedules", var count, "--steps", var length])
        {
            await Console.Error.WriteLineAsync("simulate --seed N --schedules N --steps N (for each schedule)");
            return 2;
        }

        var (steps, commands, connections, late, found) = (0, 0, 0, 0, 0);
        using var threadPool = new IdleThreadPool();
        var seed = int.Parse(first, CultureInfo.InvariantCulture);
        for (var end = seed + int.Parse(count, CultureInfo.InvariantCulture); seed < end; seed++)
        {
            var simulation = new Schedule.Simulation(seed, threadPool);
            var step = 0;
            try
            {
                for (var most = int.Parse(length, CultureInfo.InvariantCulture); step < most; step++)
                {
                    await simulation.StepAsync();
                }

                await simulation.FinishAsync();
            }
            catch (Exception exception)
            {
                // Any failure is reported with the schedule that reproduces it.
                await Console.Error.WriteLineAsync($"Schedule {seed}, step {step}: {exception}");
                return 1;
            }

            steps += step;
            commands += simulation.Completed;
            connections += simulation.Connects;
            late += simulation.CarriedOutLate;
            found += simulation.Found;
        }

        Console.WriteLine(FormattableString.Invariant(
            $"steps {steps}, commands {commands}, connections {connections}, executed late {late}, unknown outcomes reconciled {found}"));
        return 0;
    }
}
