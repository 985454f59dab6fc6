using System.Globalization;
using EppClient.Dk;

namespace EppClient.PackageTests.Snippets;

/// <summary>Compares the numbers of the page with the profile that enforces them.</summary>
public sealed class FirstCommandPageTests
{
    private static readonly string Page = string.Join(
        ' ', File.ReadAllText(RepositoryFolder.Combine("docs", "dk", "first-command.md")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Page_states_the_limits_of_the_profile()
    {
        var limits = DkProfile.Current.Limits;
        limits.MaxRepeatedErrors.Should().Be(3, "the page writes the number as a word");

        Page.Should().Contain(string.Create(
            CultureInfo.InvariantCulture,
            $"after {limits.IdleLimit!.Value.TotalMinutes} minutes without a command, after {limits.SessionLifetime!.Value.TotalHours} hours, after three equal errors, and after a message of more than {limits.MaxFrameLength:N0} bytes"));
    }

    [Fact]
    public void Page_states_the_password_policy_of_the_profile()
    {
        var policy = DkProfile.Current.PasswordPolicy!;
        policy.MinKinds.Should().Be(3, "the page writes the number as a word");

        Page.Should().Contain($"{policy.MinLength} to {policy.MaxLength} characters of three kinds");
    }

    [Fact]
    public void Page_names_the_endpoints_as_constants_and_the_port() =>
        Page.Should().Contain($"| `DkProfile.ProductionHost` | `DkProfile.SandboxHost` |").And.Contain($"| `DkProfile.Port`, {DkProfile.Port} |");
}
