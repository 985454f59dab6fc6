using EppConsole.Output;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>Users of the program read the options of its command line, not the names of the library.</summary>
public sealed class OptionNamesTests
{
    public static TheoryData<EppConnectionError> Errors => [.. Enum.GetValues<EppConnectionError>()];

    [Theory]
    [MemberData(nameof(Errors))]
    public void Remedy_names_no_option_of_the_library(EppConnectionError error) =>
        OptionNames.InText($"The connection failed. {error.Remedy()}").Should().NotMatchRegex(@"\bEpp\w+").And.NotMatchRegex(@"[A-Z][a-z]+[A-Z]\w*\.[A-Z]").And.StartWith("The connection failed.");

    [Theory]
    [InlineData(EppConnectionError.ServerCertificateUntrusted, "--ca")]
    [InlineData(EppConnectionError.Refused, "--host")]
    [InlineData(EppConnectionError.TimedOut, "--port")]
    [InlineData(EppConnectionError.ServerNameUnknown, "--server-name")]
    [InlineData(EppConnectionError.ClientCertificateMissing, "--client-cert")]
    public void Remedy_names_the_option_of_the_command_line(EppConnectionError error, string expected) =>
        OptionNames.InText($"The connection failed. {error.Remedy()}").Should().Contain(expected);

    [Fact]
    public void Sentence_about_a_method_of_the_library_is_left_out() =>
        OptionNames.InText("The outcome is unknown. Query the registry with ReconcileAsync before you send it again. It was sent at noon.")
            .Should().Be("The outcome is unknown. It was sent at noon.");

    [Fact]
    public void Text_without_another_sentence_is_kept_without_the_name() =>
        OptionNames.InText("Set EppPoolOptions.IdleLifetime.").Should().Be("Set a setting that this program does not have.");
}
