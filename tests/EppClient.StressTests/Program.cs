using EppClient.StressTests.Fuzz;
using EppClient.StressTests.Load;
using EppClient.StressTests.Mutation;
using EppClient.StressTests.Simulation;
using EppClient.StressTests.Soak;

// Runs the programs behind the tests of this project, for any duration: see docs/reference/reliability.md and docs/reference/performance.md.
return args switch
{
    ["simulate", .. var settings] => await SimulationProgram.RunAsync(settings),
    ["soak", .. var settings] => await SoakProgram.RunAsync(settings),
    ["fuzz", .. var settings] => FuzzProgram.Run(settings),
    ["load", .. var settings] => await LoadProgram.RunAsync(settings, Console.Out, Console.Error),
    ["serve", .. var settings] => await ServeProgram.RunAsync(settings),
    ["chart", var title] => Draw(title),
    ["mutate", .. var settings] => await MutationProgram.RunAsync(settings),
    _ => Usage(),
};

static int Draw(string title)
{
    Console.Out.Write(Chart.Draw(title, Console.In.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        simulate a pool of sessions under seeded schedules
        soak     a pool of sessions over a network that fails
        fuzz     mutated messages and frames
        load     one command again and again: rate, latency, processor time, allocation
        serve    constant responses, for load
        chart    TITLE: bars of figures on standard input, as SVG
        mutate   mutants of the library, each against the tests that reach it
        """);
    return 2;
}
