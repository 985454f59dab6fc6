using EppClient.Bulk;

namespace EppClient.Tests.Bulk;

public sealed class EppBulkStatusTests
{
    [Fact]
    public void Ended_rows_are_those_that_are_done_failed_or_unknown()
    {
        var status = new EppBulkStatus { Loaded = 6, IsLoaded = true, Done = 3, Failed = 2, Unknown = 1 };

        status.Ended.Should().Be(6);
        status.IsComplete.Should().BeTrue();
        (status with { IsLoaded = false }).IsComplete.Should().BeFalse();
        (status with { Loaded = 7 }).IsComplete.Should().BeFalse();
        status.ToString().Should().Be("3 done, 2 failed, 1 unknown of 6");
    }
}
