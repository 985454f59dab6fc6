using EppClient.Bulk;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Bulk;

public sealed class BulkFenceTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(100);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Fence_falls_before_its_lease_ends_counted_from_when_it_was_requested()
    {
        var asked = _time.GetTimestamp();
        Advance(20);
        using var fence = new BulkFence(Lease, asked, _time);

        Advance(39);
        fence.HasFallen.Should().BeFalse();
        Advance(1);

        fence.HasFallen.Should().BeTrue();
        fence.Token.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public void Renewal_extends_the_fence_from_when_it_was_requested()
    {
        using var fence = new BulkFence(Lease, _time.GetTimestamp(), _time);
        Advance(30);
        var asked = _time.GetTimestamp();
        Advance(20);

        fence.Extend(asked);

        Advance(39);
        fence.HasFallen.Should().BeFalse();
        fence.Token.IsCancellationRequested.Should().BeFalse();
        Advance(1);
        fence.Token.IsCancellationRequested.Should().BeTrue();
        fence.HasFallen.Should().BeTrue();
    }

    [Fact]
    public void Fallen_fence_remains_fallen_when_a_renewal_comes_late()
    {
        using var fence = new BulkFence(Lease, _time.GetTimestamp(), _time);
        Advance(60);

        fence.Extend(_time.GetTimestamp());

        fence.HasFallen.Should().BeTrue();
    }

    [Fact]
    public void Without_a_lease_it_falls_only_when_it_is_told_to()
    {
        using var fence = new BulkFence(null, _time.GetTimestamp(), _time);
        Advance(1_000_000);
        fence.Extend(_time.GetTimestamp());
        fence.HasFallen.Should().BeFalse();

        fence.Fall();

        fence.HasFallen.Should().BeTrue();
    }

    private void Advance(int seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));
}
