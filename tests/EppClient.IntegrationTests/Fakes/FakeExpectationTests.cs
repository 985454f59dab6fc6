using EppClient.Commands;
using EppClient.Testing.Fakes;

namespace EppClient.IntegrationTests.Fakes;

/// <summary>The fake client is strict: about commands, about expectations, and about the test's own responses.</summary>
public sealed class FakeExpectationTests
{
    [Fact(Timeout = 30_000)]
    public async Task Null_in_a_list_is_rejected_and_nothing_is_received()
    {
        await using var client = EppFakeClient.Start();
        client.When<DomainCheck>();

        await FluentActions.Awaiting(() => client.SendAsync(new DomainCheck((string)null!))).Should().ThrowAsync<EppValidationException>();

        client.Commands.Should().BeEmpty();
    }

    [Fact(Timeout = 30_000)]
    public async Task Value_outside_its_facets_is_rejected_and_nothing_is_received()
    {
        await using var client = EppFakeClient.Start();
        client.When<DomainRenew>();

        await FluentActions.Awaiting(() => client.SendAsync(new DomainRenew("a.example", new DateOnly(2027, 1, 1), years: 100))).Should().ThrowAsync<EppValidationException>();

        client.Commands.Should().BeEmpty();
    }

    [Fact(Timeout = 30_000)]
    public async Task Limit_of_the_profile_is_checked()
    {
        var profile = EppProfiles.Standard with { Limits = new EppRegistryLimits { MaxNamesPerCheck = 1 } };
        await using var client = EppFakeClient.Start(new EppFakeClientOptions { Profile = profile });
        client.When<DomainCheck>();

        await FluentActions.Awaiting(() => client.SendAsync(new DomainCheck("a.example", "b.example"))).Should().ThrowAsync<EppValidationException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task Rate_limits_of_the_profile_do_not_delay_a_test()
    {
        var profile = EppProfiles.Standard with { Limits = new EppRegistryLimits { Rates = [new EppRateLimit(1, TimeSpan.FromHours(1))] } };
        await using var client = EppFakeClient.Start(new EppFakeClientOptions { Profile = profile });

        await client.PollAsync();
        await client.PollAsync();

        client.Commands.Should().HaveCount(2);
    }

    [Fact(Timeout = 30_000)]
    public async Task Unexpected_command_throws_and_is_reported_by_verify()
    {
        await using var client = EppFakeClient.Start();
        client.When<DomainInfo>(info => info.Command.Name == "b.example");

        var unexpected = await FluentActions.Awaiting(() => client.SendAsync(new DomainInfo("a.example"))).Should().ThrowAsync<EppExpectationException>();

        unexpected.Which.Message.Should().StartWith("DomainInfo (clTRID ").And.NotContain("a.example");
        client.Invoking(fake => fake.Verify()).Should().Throw<EppExpectationException>().WithMessage(unexpected.Which.Message);
    }

    [Fact(Timeout = 30_000)]
    public async Task Unexpected_command_through_the_pool_is_reported_by_verify()
    {
        await using var client = EppFakeClient.Start();

        var response = await client.Pool.TrySendAsync(new DomainInfo("a.example"));

        response.Code.Should().Be(EppResultCode.CommandFailed);
        client.Invoking(fake => fake.Verify()).Should().Throw<EppExpectationException>().WithMessage("DomainInfo*was not expected*");
    }

    [Fact(Timeout = 30_000)]
    public async Task Missing_command_is_reported_with_its_condition()
    {
        await using var client = EppFakeClient.Start();
        client.Expect<DomainRenew>(renew => renew.Command.Name == "a.example", times: 2);

        await client.SendAsync(new DomainRenew("a.example", new DateOnly(2027, 1, 1)));

        client.Invoking(fake => fake.Verify()).Should().Throw<EppExpectationException>()
            .WithMessage("Expected DomainRenew with renew => renew.Command.Name == \"a.example\", 2 times; it was received once.");
    }

    [Fact(Timeout = 30_000)]
    public async Task Expectations_are_used_in_order_and_then_the_latest_description()
    {
        await using var client = EppFakeClient.Start();
        client.When<DomainDelete>().Respond(EppFakeResponse.Refusal(EppResultCode.AuthorizationError, "first description"));
        client.When<DomainDelete>().Respond(EppFakeResponse.Refusal(EppResultCode.AuthorizationError, "latest description"));
        client.Expect<DomainDelete>().Respond(EppFakeResponse.Refusal(EppResultCode.CommandFailed, "first expectation"));
        client.Expect<DomainDelete>().Respond(EppFakeResponse.Success());

        List<string> messages = [];
        for (var i = 0; i < 3; i++)
        {
            messages.Add((await client.TrySendAsync(new DomainDelete("a.example"))).Message);
        }

        messages.Should().Equal("first expectation", "Command completed successfully", "latest description");
    }

    [Fact(Timeout = 30_000)]
    public async Task Invalid_response_of_the_test_throws()
    {
        await using var client = EppFakeClient.Start();
        client.When<DomainInfo>().Respond(EppFakeResponse.Success(new DomainInfoResult { Name = "a.example", Roid = "no roid", SponsoringClientId = "REG-1" }));

        var invalid = await FluentActions.Awaiting(() => client.SendAsync(new DomainInfo("a.example"))).Should().ThrowAsync<EppExpectationException>();

        invalid.Which.InnerException.Should().BeOfType<EppValidationException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task Exception_of_a_response_function_reaches_the_sender()
    {
        await using var client = EppFakeClient.Start();
        client.When<DomainInfo>().Respond(_ => throw new InvalidOperationException("an assertion of the test"));

        var failed = await FluentActions.Awaiting(() => client.SendAsync(new DomainInfo("a.example"))).Should().ThrowAsync<EppExpectationException>();

        failed.Which.Message.Should().Contain("an assertion of the test");
        failed.Which.InnerException.Should().BeOfType<InvalidOperationException>();
    }

    [Fact]
    public void Refusal_with_a_code_of_success_is_an_error() =>
        FluentActions.Invoking(() => EppFakeResponse.Refusal(EppResultCode.Success, "fine")).Should().Throw<ArgumentOutOfRangeException>();

    [Fact(Timeout = 30_000)]
    public async Task Code_that_ends_the_session_does_not_end_the_client()
    {
        await using var client = EppFakeClient.Start();
        client.Expect<DomainInfo>().Respond(EppFakeResponse.Refusal(EppResultCode.CommandFailedClosingSession, "closing"));
        client.Expect<DomainInfo>().Respond(EppFakeResponse.Refusal(EppResultCode.ObjectDoesNotExist, "Object does not exist"));

        (await client.TrySendAsync(new DomainInfo("a.example"))).Code.Should().Be(EppResultCode.CommandFailedClosingSession);
        (await client.TrySendAsync(new DomainInfo("a.example"))).Code.Should().Be(EppResultCode.ObjectDoesNotExist);
    }

    [Fact(Timeout = 60_000)]
    public async Task Clients_of_concurrent_tests_do_not_share_anything() => await Parallel.ForAsync(0, 20, async (number, cancellationToken) =>
    {
        await using var client = EppFakeClient.Start();
        client.Enqueue($"message {number}");

        (await client.PollAsync(cancellationToken))!.Text.Should().Be($"message {number}");
    });
}
