using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Commands;

namespace EppClient.IntegrationTests.Registry.Rules;

/// <summary>login, poll, balance.</summary>
internal static class AccountRules
{
    public static IEnumerable<DkRule> All =>
    [
        Login("A service user can log in", 1000, "User EPP-1 logged in. ", DkRegistryFixture.UserOne, DkRegistryFixture.Password),
        Login("The password has to be correct", 2200, "Login failed", DkRegistryFixture.UserOne, "wrong"),
        Login("The user name is required", 2003, "Please specify login user and password.", string.Empty, DkRegistryFixture.Password),
        Login("A new password needs three kinds of characters", 2306, "Parameter value policy error", DkRegistryFixture.UserOne, DkRegistryFixture.Password, "hemmelig"),
        Poll("The queue is empty", 1300, "Command completed successfully; no messages", PollHandler.Request),
        Poll("Only a message in the queue can be acknowledged", 2303, "Object does not exist", call => PollHandler.Acknowledge(call, "1")),
        new DkRule("6.1", "The oldest message is returned first", 1301, "Command completed successfully; ack to dequeue", () =>
        {
            var world = new DkRegistryFixture();
            world.Create("nyt.dk");
            world.Registry.Advance(TimeSpan.FromSeconds(2));
            return world.Send(PollHandler.Request);
        }),
        new DkRule("2.16", "Only a user with the required role can read the balance", 2201, "Unauthorized", () =>
            new DkRegistryFixture(seed: builder => builder.User("EPP-3", DkRegistryFixture.Password, DkRegistryFixture.One, DkRoles.Registrar)).Send(BalanceHandler.Handle, "EPP-3")),
    ];

    private static DkRule Login(string rule, int code, string text, string user, string password, string? newPassword = null) =>
        new("1.4", rule, code, text, () => new DkRegistryFixture().Registry.RunExclusive(state => LoginHandler.Handle(state, user, password, newPassword)));

    private static DkRule Poll(string rule, int code, string text, Func<EppClient.Dk.Testing.State.DkCall, EppClient.Dk.Testing.Results.DkResult> command) =>
        new("6.1", rule, code, text, () => new DkRegistryFixture().Send(command));
}
