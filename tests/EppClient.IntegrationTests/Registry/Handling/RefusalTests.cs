using EppClient.Dk;
using EppClient.Protocol;
using Reason = EppClient.Dk.DkRefusalReason;

namespace EppClient.IntegrationTests.Registry.Handling;

/// <summary>The mapping of the registry's published codes and texts to reasons.</summary>
public sealed class RefusalTests
{
    private static readonly Dictionary<string, PublishedRefusal> Table = PublishedRefusals.All.ToDictionary(refusal => $"{refusal.Code} {refusal.Text}", StringComparer.Ordinal);

    public static TheoryData<string> Published => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Published))]
    public void Published_text_is_mapped_to_its_reason(string pair)
    {
        var published = Table[pair];

        var refusal = DkRefusal.From(Respond(published.Code, published.Text.Replace("%s", "1", StringComparison.Ordinal)))!;

        (refusal.Reason, refusal.IsLocal).Should().Be((published.Reason, false));
        refusal.Explanation.Should().NotBeEmpty();
        if (published.IsMessage)
        {
            refusal.IsFromCodeAlone.Should().BeFalse();
        }
    }

    [Fact]
    public void Table_contains_every_published_pair() => Table.Should().HaveCount(192);

    [Theory]
    [InlineData(2308, "Too few hosts.", Reason.NameServerSetup)]
    [InlineData(2303, "No privilege. You are not authorized to do what is new", Reason.MissingRole)]
    public void Published_text_takes_precedence_over_the_code(int code, string text, Reason reason) => DkRefusal.From(Respond(code, text))!.Reason.Should().Be(reason);

    [Theory]
    [InlineData(2303, "Nothing of the kind", Reason.NotFound)]
    [InlineData(2308, "A new policy", Reason.MixedOperations)]
    [InlineData(2999, "Something new", Reason.Other)]
    public void Unknown_text_is_mapped_by_code_alone(int code, string text, Reason reason)
    {
        var refusal = DkRefusal.From(Respond(code, text))!;

        (refusal.Reason, refusal.IsFromCodeAlone).Should().Be((reason, true));
        refusal.Explanation.Should().Contain("from the code alone");
    }

    [Fact]
    public void Invalid_period_explains_the_period_of_both_commands() =>
        DkRefusal.From(Respond(2005, "Invalid period 2. Must be within range"))!.Explanation.Should().Contain("one year").And.Contain("registration").And.NotContain("two months");

    [Theory]
    [InlineData(2503, "Domain not found; Disconnect due to too many errors", Reason.NotFound)]
    [InlineData(2501, "You do not have the privilege required to renew this domain; Disconnect due to too many errors", Reason.MissingRole)]
    [InlineData(2501, "Something new; Disconnect due to too many errors", Reason.Other)]
    [InlineData(2506, "Specifying contacts for registrar managed domains is not allowed; Disconnect due to too many errors", Reason.HandlingModel)]
    [InlineData(2504, "You do not have permissions to modify field: addr; Disconnect due to too many errors", Reason.LockedField)]
    public void Closing_code_is_mapped_by_text_or_to_Other(int code, string text, Reason reason) =>
        DkRefusal.From(Respond(code, text))!.Reason.Should().Be(reason);

    [Fact]
    public void Refused_name_servers_are_explained_with_the_host_that_the_registry_names() =>
        DkRefusal.From(Respond(2004, "Invalid or inactive nameserver: ns1.example.net"))!.Explanation.Should().Contain("ns1.example.net").And.Contain("must respond for the domain");

    [Fact]
    public void Locked_field_is_reported()
    {
        DkRefusal.From(Respond(2304, "You do not have permissions to modify field: CVR"))!.Field.Should().Be("CVR");
        DkRefusal.From(Respond(2504, "You do not have permissions to modify field: CVR; Disconnect due to too many errors"))!.Field.Should().Be("CVR");
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1501)]
    public void Success_is_not_a_refusal(int code) => DkRefusal.From(Respond(code, "Command completed successfully")).Should().BeNull();

    private static EppResponse Respond(int code, string text) =>
        new(new EppResponseContent { Results = [new EppResult { Code = new EppResultCode(code), Message = text }], ServerTransactionId = "SV-1" }, pending: null);
}
