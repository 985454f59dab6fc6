using EppClient.Dk.Testing.Results;

namespace EppClient.IntegrationTests.Registry;

internal static class ResultAssertions
{
    public static void ShouldBe(this DkResult result, int code, string message) => (result.Code, result.Message).Should().Be((code, message));

    public static void ShouldSucceed(this DkResult result) => result.ShouldBe(1000, "Command completed successfully");
}
