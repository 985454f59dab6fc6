namespace EppClient.IntegrationTests.Samples;

public sealed class MultiRegistryTests
{
    [Fact(Timeout = 60_000)]
    public async Task Two_registries_are_queried_and_one_has_a_custom_extension()
    {
        using var sample = SampleProcess.Start("MultiRegistry");
        var (code, output) = await sample.EndAsync();

        code.Should().Be(0);
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        lines[..5].Should().Equal(
            "eksempel.dk    free",
            "shop.example   free",
            "taken.example  taken: In use",
            "shop.example is registered until 2027-01-02",
            "shop.example has contract C-2026-17");
        lines[5..].Should().ContainSingle().Which.Should().StartWith("not sent to .dk: ExregCreate cannot be sent");
    }
}
