using EppClient.Bulk;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Bulk;

public sealed class BulkMeterTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Rate_is_that_of_the_last_minute_and_the_time_left_follows_from_it()
    {
        var meter = new BulkMeter(new EppBulkStatus { Loaded = 10_000, IsLoaded = true, Done = 1_000 }, _time);
        Work(meter, seconds: 30, rowsPerSecond: 100);

        var early = meter.Read();
        early.Rate.Should().Be(100);
        early.Done.Should().Be(4_000);
        early.TimeLeft.Should().Be(TimeSpan.FromSeconds(60));

        Work(meter, seconds: 60, rowsPerSecond: 10);

        meter.Read().Rate.Should().BeApproximately(10, 2, "a second of the faster stretch may still count");

        _time.Advance(TimeSpan.FromMinutes(5));
        meter.Read().Rate.Should().Be(0);
        meter.Read().TimeLeft.Should().BeNull();
    }

    [Fact]
    public void Total_and_time_left_are_unknown_until_all_is_loaded()
    {
        var meter = new BulkMeter(EppBulkStatus.None, _time);
        meter.Loaded(50, isAll: false);
        Work(meter, seconds: 2, rowsPerSecond: 10);

        meter.Read().Should().Match<EppBulkProgress>(progress => progress.Total == null && progress.Loaded == 50 && progress.TimeLeft == null);

        meter.Loaded(60, isAll: true);
        meter.Read().Should().Match<EppBulkProgress>(progress => progress.Total == 60 && progress.TimeLeft == TimeSpan.FromSeconds(4));
    }

    private void Work(BulkMeter meter, int seconds, int rowsPerSecond)
    {
        for (var second = 0; second < seconds; second++)
        {
            for (var row = 0; row < rowsPerSecond; row++)
            {
                meter.Count(EppBulkRowState.Done);
            }

            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
