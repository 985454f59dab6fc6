using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Commands;
using EppClient.Dk.Testing.Results;
using EppClient.Dk.Testing.Rules;

namespace EppClient.IntegrationTests.Registry;

public sealed class AccountTests
{
    [Theory]
    [InlineData(DkRegistryFixture.UserOne, DkRegistryFixture.Password, 1000, "User EPP-1 logged in. ")]
    [InlineData(DkRegistryFixture.UserOne, "wrong", 2200, "Login failed")]
    [InlineData("EPP-9", DkRegistryFixture.Password, 2200, "Login failed")]
    [InlineData("", DkRegistryFixture.Password, 2003, "Please specify login user and password.")]
    public void Login_compares_user_and_password(string user, string password, int code, string message) =>
        new DkRegistryFixture().Registry.RunExclusive(state => LoginHandler.Handle(state, user, password, null)).ShouldBe(code, message);

    [Fact]
    public void Login_changes_the_password()
    {
        var registry = new DkRegistryFixture().Registry;

        registry.RunExclusive(state => LoginHandler.Handle(state, DkRegistryFixture.UserOne, DkRegistryFixture.Password, "1234-Test")).Code.Should().Be(1000);
        registry.RunExclusive(state => LoginHandler.Handle(state, DkRegistryFixture.UserOne, "1234-Test", null)).Code.Should().Be(1000);
        registry.RunExclusive(state => LoginHandler.Handle(state, DkRegistryFixture.UserOne, "1234-Test", "weak")).Code.Should().Be(2306);
    }

    [Theory]
    [InlineData("Test-1234", true)]
    [InlineData("Test1234", true)]
    [InlineData("test1234", false)]
    [InlineData("Te-1234", false)]
    [InlineData("Test 1234", false)]
    [InlineData("Test\\1234", false)]
    public void Password_needs_eight_characters_of_three_classes(string password, bool isAcceptable) =>
        Passwords.IsAcceptable(password).Should().Be(isAcceptable);

    [Fact]
    public void Poll_shows_the_oldest_message_until_it_is_acknowledged()
    {
        var world = new DkRegistryFixture();
        world.Send(PollHandler.Request).ShouldBe(1300, "Command completed successfully; no messages");
        world.Create("nyt.dk");
        world.Registry.Advance(TimeSpan.FromSeconds(2));

        var receipt = world.Execute(PollHandler.Request);
        receipt.Outcome.ShouldBe(1301, "Command completed successfully; ack to dequeue");
        receipt.WaitingMessages.Should().Be(1);
        var id = $"{receipt.FirstMessage}";
        world.Send(call => PollHandler.Acknowledge(call, id), DkRegistryFixture.UserTwo).ShouldBe(2303, "Object does not exist");
        world.Send(call => PollHandler.Acknowledge(call, id)).ShouldSucceed();
        world.Send(call => PollHandler.Acknowledge(call, id)).ShouldBe(2303, "Object does not exist");
    }

    [Fact]
    public void Roles_limit_what_a_service_user_may_do()
    {
        var world = new DkRegistryFixture(seed: builder => builder.User("EPP-3", DkRegistryFixture.Password, DkRegistryFixture.One, DkRoles.Registrar));

        world.Create("nyt.dk", user: "EPP-3").Code.Should().Be(1001);
        world.Send(BalanceHandler.Handle, "EPP-3").ShouldBe(2201, "Unauthorized");
        world.Delete(DkRegistryFixture.OwnDomain, "EPP-3").Code.Should().Be(2201);
        world.CreateHost("ns1.nye.example", user: "EPP-3").Code.Should().Be(2201);
        world.Send(BalanceHandler.Handle).Payload.As<BalanceView>().Account.Balance.Should().Be(1000m);
    }

    [Fact]
    public void MissingObjectIs2302_responds_with_2302()
    {
        var world = new DkRegistryFixture(new DkRegistryOptions { Quirks = new DkQuirks { MissingObjectIs2302 = true, CapitalInUse = true } });

        world.Send(call => InfoHandler.Contact(call, "XX1-DK")).Code.Should().Be(2302);
        world.Send(call => PollHandler.Acknowledge(call, "1")).Code.Should().Be(2302);
        world.Send(call => CheckHandler.Hosts(call, [DkRegistryFixture.Ns1])).Payload.As<AvailabilityView>().Items[0].Reason.Should().Be("In Use");
    }
}
