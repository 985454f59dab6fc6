using System.Diagnostics;
using System.Text;

namespace EppClient.Samples.Tests;

/// <summary>Runs the sample as its user does.</summary>
public sealed class MultiRegistryTests
{
    [Fact(Timeout = 60_000)]
    public async Task Two_registries_are_asked_and_one_has_an_extension_of_its_own()
    {
        using var sample = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MultiRegistry.dll")])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var output = await sample.StandardOutput.ReadToEndAsync();
        await sample.WaitForExitAsync();

        sample.ExitCode.Should().Be(0);
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
