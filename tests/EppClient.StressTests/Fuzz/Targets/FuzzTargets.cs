namespace EppClient.StressTests.Fuzz.Targets;

/// <summary>All targets.</summary>
internal static class FuzzTargets
{
    public static readonly IReadOnlyList<FuzzTarget> All =
        [new FrameTarget(), new GreetingTarget(), new ResponseTarget(), new ElementTarget(), new CommandTarget(), new RedactorTarget()];

    public static FuzzTarget Named(string name) => All.FirstOrDefault(target => target.Name == name)
        ?? throw new ArgumentException($"'{name}' is not one of: {string.Join(", ", All.Select(target => target.Name))}.", nameof(name));
}
