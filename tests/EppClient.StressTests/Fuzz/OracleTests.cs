using System.Text;
using EppClient.StressTests.Fuzz.Targets;

namespace EppClient.StressTests.Fuzz;

/// <summary>What looks for findings can find them.</summary>
public sealed class OracleTests
{
    [Fact]
    public void Exception_that_is_not_documented_is_found() =>
        Finding(_ => throw new InvalidTimeZoneException()).Should().Contain("InvalidTimeZoneException");

    [Fact]
    public void Waste_of_memory_is_found() =>
        Finding(_ => new byte[(int)FuzzTarget.AllocatedAlways + 1_000_000].Length > 0).Should().Contain("allocated");

    [Fact]
    public void Documented_refusal_is_none()
    {
        new Fake(_ => false).Try("<a/>"u8.ToArray()).Should().BeFalse();
        new GreetingTarget().Try("<a/>"u8.ToArray()).Should().BeFalse();
    }

    [Fact]
    public void Value_that_only_a_marked_place_holds_is_distinguished_from_one_that_stands_elsewhere_too()
    {
        // The redactor shows the second only; would the first be shown, it would be a finding.
        const string Marked = "<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><command><login><clID>PLANT000002X</clID><pw>PLANT000001X</pw></login></command></epp>";

        new RedactorTarget().Try(Encoding.UTF8.GetBytes(Marked)).Should().BeTrue();
    }

    private static string Finding(Func<ReadOnlyMemory<byte>, bool> feed) =>
        Assert.Throws<FindingException>(() => new Fake(feed).Try("<a/>"u8.ToArray())).Message;

    private sealed class Fake(Func<ReadOnlyMemory<byte>, bool> feed) : FuzzTarget
    {
        public override string Name => "fake";

        protected override bool Feed(ReadOnlyMemory<byte> input) => feed(input);
    }
}
