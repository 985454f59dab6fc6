using System.Text;
using EppClient.StressTests.Fuzz.Targets;

namespace EppClient.StressTests.Fuzz;

/// <summary>Verifies that the fuzz targets detect findings.</summary>
public sealed class OracleTests
{
    [Fact]
    public void Undocumented_exception_is_a_finding() =>
        Finding(_ => throw new InvalidTimeZoneException()).Should().Contain("InvalidTimeZoneException");

    [Fact]
    public void Excessive_allocation_is_a_finding() =>
        Finding(_ => new byte[(int)FuzzTarget.AllocatedAlways + 1_000_000].Length > 0).Should().Contain("allocated");

    [Fact]
    public void Documented_exception_is_not_a_finding()
    {
        new Fake(_ => false).Try("<a/>"u8.ToArray()).Should().BeFalse();
        new GreetingTarget().Try("<a/>"u8.ToArray()).Should().BeFalse();
    }

    [Fact]
    public void Value_in_sensitive_places_only_is_distinguished_from_one_that_occurs_elsewhere()
    {
        // The redactor shows only the second value. Showing the first would be a finding.
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
