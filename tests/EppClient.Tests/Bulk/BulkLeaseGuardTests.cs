using EppClient.Bulk;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Bulk;

public sealed class BulkLeaseGuardTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(100);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Fence_falls_before_the_end_of_its_lease_counted_from_the_request()
    {
        var requested = _time.GetTimestamp();
        Advance(20);
        using var guard = new BulkLeaseGuard(Lease, requested, _time);

        Advance(39);
        guard.HasFallen.Should().BeFalse();
        Advance(1);

        guard.HasFallen.Should().BeTrue();
        guard.Token.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public void Renewal_extends_the_fence_counted_from_the_request()
    {
        using var guard = new BulkLeaseGuard(Lease, _time.GetTimestamp(), _time);
        Advance(30);
        var requested = _time.GetTimestamp();
        Advance(20);

        guard.Extend(requested);

        Advance(39);
        guard.HasFallen.Should().BeFalse();
        guard.Token.IsCancellationRequested.Should().BeFalse();
        Advance(1);
        guard.Token.IsCancellationRequested.Should().BeTrue();
        guard.HasFallen.Should().BeTrue();
    }

    [Fact]
    public void Late_renewal_does_not_restore_a_fallen_fence()
    {
        using var guard = new BulkLeaseGuard(Lease, _time.GetTimestamp(), _time);
        Advance(60);

        guard.Extend(_time.GetTimestamp());

        guard.HasFallen.Should().BeTrue();
    }

    [Fact]
    public void Fence_without_a_lease_falls_only_on_request()
    {
        using var guard = new BulkLeaseGuard(null, _time.GetTimestamp(), _time);
        Advance(1_000_000);
        guard.Extend(_time.GetTimestamp());
        guard.HasFallen.Should().BeFalse();

        guard.Fall();

        guard.HasFallen.Should().BeTrue();
    }

    private void Advance(int seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));
}
