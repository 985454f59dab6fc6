using EppClient.Bulk;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Bulk;

public sealed class BulkProgressCounterTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Rate_is_measured_over_the_last_minute_and_determines_the_time_left()
    {
        var meter = new BulkProgressCounter(new EppBulkStatus { Loaded = 10_000, IsLoaded = true, Done = 1_000 }, _time);
        Work(meter, seconds: 30, rowsPerSecond: 100);

        var early = meter.Read();
        early.Rate.Should().Be(100);
        early.Done.Should().Be(4_000);
        early.TimeLeft.Should().Be(TimeSpan.FromSeconds(60));

        Work(meter, seconds: 60, rowsPerSecond: 10);

        meter.Read().Rate.Should().BeApproximately(10, 2, "one second of the faster period may still count");

        _time.Advance(TimeSpan.FromMinutes(5));
        meter.Read().Rate.Should().Be(0);
        meter.Read().TimeLeft.Should().BeNull();
    }

    [Fact]
    public void Total_and_time_left_are_unknown_until_all_rows_are_loaded()
    {
        var meter = new BulkProgressCounter(EppBulkStatus.None, _time);
        meter.Loaded(50, isAll: false);
        Work(meter, seconds: 2, rowsPerSecond: 10);

        meter.Read().Should().Match<EppBulkProgress>(progress => progress.Total == null && progress.Loaded == 50 && progress.TimeLeft == null);

        meter.Loaded(60, isAll: true);
        meter.Read().Should().Match<EppBulkProgress>(progress => progress.Total == 60 && progress.TimeLeft == TimeSpan.FromSeconds(4));
    }

    [Fact]
    public void Rows_are_counted_by_status_and_added_to_the_counts_of_the_store()
    {
        var meter = new BulkProgressCounter(new EppBulkStatus { Loaded = 100, IsLoaded = true, Done = 10, Failed = 20, Unknown = 30 }, _time);
        EppBulkRowState[] ended = [EppBulkRowState.Done, EppBulkRowState.Failed, EppBulkRowState.Failed, EppBulkRowState.Unknown, EppBulkRowState.Unknown, EppBulkRowState.Unknown];
        Array.ForEach(ended, meter.Count);

        var progress = meter.Read();
        (progress.Done, progress.Failed, progress.Unknown).Should().Be((11, 22, 33));
        meter.Left.Should().Be(34);

        meter.Refresh(new EppBulkStatus { Loaded = 100, IsLoaded = true, Done = 11, Failed = 22, Unknown = 33 });
        meter.Left.Should().Be(34);
    }

    [Fact]
    public void Row_counts_toward_the_rate_for_one_minute()
    {
        var meter = new BulkProgressCounter(new EppBulkStatus { Loaded = 10, IsLoaded = true }, _time);
        meter.Count(EppBulkRowState.Done);

        _time.Advance(TimeSpan.FromSeconds(59));
        meter.Read().Rate.Should().BeApproximately(1.0 / 59, 1e-9);
        _time.Advance(TimeSpan.FromSeconds(1));
        meter.Read().Rate.Should().Be(0);
    }

    private void Work(BulkProgressCounter meter, int seconds, int rowsPerSecond)
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
