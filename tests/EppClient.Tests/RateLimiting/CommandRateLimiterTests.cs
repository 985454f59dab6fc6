using System.Diagnostics.Metrics;
using System.Threading.RateLimiting;
using EppClient.Diagnostics;
using EppClient.RateLimiting;
using EppClient.Sessions;
using EppClient.Tests.Protocol;
using EppClient.Tests.Transport;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.RateLimiting;

public sealed class CommandRateLimiterTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly EppRateLimit Checks = new(1, Minute) { Verbs = [EppVerb.Check] };
    private static readonly EppRateLimit All = new(2, Minute) { CountsLogins = true };

    private readonly FakeTimeProvider _time = new();
    private readonly RecordingLogger _log = new();
    private readonly string _name = Guid.NewGuid().ToString("N");
    private CommandRateLimiter? _budget;

    public void Dispose() => _budget?.Dispose();

    [Fact(Timeout = 30_000)]
    public async Task Rate_limit_of_a_verb_is_awaited_before_renting_and_does_not_delay_other_verbs()
    {
        var budget = Budget(new EppRegistryLimits { Rates = [Checks, All] });
        using var first = await budget.BeforeRentingAsync(EppVerb.Check, Deadline.None, CancellationToken.None);

        var second = budget.BeforeRentingAsync(EppVerb.Check, Deadline.None, CancellationToken.None);
        using var info = await budget.BeforeRentingAsync(EppVerb.Info, Deadline.None, CancellationToken.None);
        using var sent = await budget.BeforeSendingAsync(EppVerb.Info, Deadline.None, CancellationToken.None);

        second.IsCompleted.Should().BeFalse();
    }

    [Fact(Timeout = 30_000)]
    public async Task Rate_limit_that_counts_logins_is_acquired_after_renting_to_avoid_a_deadlock()
    {
        var budget = Budget(new EppRegistryLimits { Rates = [new EppRateLimit(1, Minute) { CountsLogins = true }] });
        using var waitsForSession = await budget.BeforeRentingAsync(EppVerb.Check, Deadline.None, CancellationToken.None);

        var login = budget.BeforeSendingAsync(EppVerb.Login, Deadline.None, CancellationToken.None);

        login.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact(Timeout = 30_000)]
    public async Task Logins_and_logouts_count_if_the_registry_counts_them()
    {
        var counting = Budget(new EppRegistryLimits { Rates = [All] });
        (await counting.BeforeSendingAsync(EppVerb.Login, Deadline.None, CancellationToken.None)).Dispose();
        (await counting.BeforeSendingAsync(EppVerb.Check, Deadline.None, CancellationToken.None)).Dispose();

        counting.TryTake(EppVerb.Logout).Should().BeNull();
        _time.Advance(Minute);
        counting.TryTake(EppVerb.Logout).Should().NotBeNull();

        using var other = New(new EppRegistryLimits { Rates = [new EppRateLimit(1, Minute)] }, null);
        (await other.BeforeRentingAsync(EppVerb.Check, Deadline.None, CancellationToken.None)).Dispose();
        other.TryTake(EppVerb.Logout).Should().NotBeNull();
    }

    [Fact(Timeout = 30_000)]
    public async Task Wait_ends_at_the_callers_deadline_and_names_the_limit()
    {
        List<double> waits = [];
        using var listener = Listen(waits);
        var budget = Budget(new EppRegistryLimits { Rates = [Checks] });
        (await budget.BeforeRentingAsync(EppVerb.Check, Deadline.None, CancellationToken.None)).Dispose();
        var second = budget.BeforeRentingAsync(EppVerb.Check, Deadline.After(_time, TimeSpan.FromSeconds(10)), CancellationToken.None).AsTask();

        _time.Advance(TimeSpan.FromSeconds(10));

        var failure = (await second.Invoking(task => task).Should().ThrowAsync<EppTimeoutException>()).Which;
        (failure.Phase, failure.Delivery).Should().Be((EppTimeoutPhase.WaitingForRateLimit, EppDelivery.NotSent));
        failure.Message.Should().ContainAll("1 in 00:01:00 of Check", "EppRegistryLimits.Rates", "not sent");
        waits.Should().Equal(10);
    }

    [Fact(Timeout = 30_000)]
    public async Task Cancelled_caller_gets_its_own_token_and_returns_its_permits()
    {
        var budget = Budget(new EppRegistryLimits { Rates = [All, new EppRateLimit(1, Minute) { Verbs = [EppVerb.Login, EppVerb.Check] }] });
        using var cancellation = new CancellationTokenSource();
        var first = await budget.BeforeSendingAsync(EppVerb.Check, Deadline.None, CancellationToken.None);
        var second = budget.BeforeSendingAsync(EppVerb.Check, Deadline.None, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        (await second.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
        first.Dispose();
    }

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "28")]
    public async Task Limit_error_reduces_the_rates_that_count_the_command_and_logs_it()
    {
        var limits = new EppRegistryLimits
        {
            Rates = [new EppRateLimit(8, Minute) { CountsLogins = true }, Checks],
            RateLimitResponses = [new EppRateLimitResponse(EppResultCode.DataPolicyViolation, "too many")],
        };
        var budget = Budget(limits);
        using (var attempt = await budget.BeforeSendingAsync(EppVerb.Info, Deadline.None, CancellationToken.None))
        {
            budget.Learn(EppVerb.Info, attempt, Respond(2308, "Too Many requests"));
        }

        _log.Entries.Should().ContainSingle().Which.Message.Should().ContainAll("2308", "8 in 00:01:00", "reduced to 4");
        List<RatePermits?> taken = [.. Enumerable.Range(0, 8).Select(_ => budget.TryTake(EppVerb.Logout))];
        taken.Count(attempt => attempt is not null).Should().Be(3, "half of 8, and one is used");
    }

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "28")]
    public async Task Limit_error_without_a_known_rate_names_the_setting()
    {
        var budget = Budget(new EppRegistryLimits { RateLimitResponses = [new EppRateLimitResponse(EppResultCode.SessionLimitClosingSession)] });
        using var attempt = await budget.BeforeSendingAsync(EppVerb.Create, Deadline.None, CancellationToken.None);

        budget.Learn(EppVerb.Create, attempt, Respond(2502, "Text"));

        _log.Entries.Should().ContainSingle().Which.Message.Should().ContainAll("create", "EppRegistryLimits.Rates");
    }

    [Theory]
    [InlineData(2308, "Another rule")]
    [InlineData(2306, "too many")]
    [InlineData(1000, "too many")]
    public void Other_responses_change_nothing(int code, string text)
    {
        var budget = Budget(new EppRegistryLimits { Rates = [All], RateLimitResponses = [new EppRateLimitResponse(EppResultCode.DataPolicyViolation, "too many")] });

        budget.Learn(EppVerb.Check, RatePermits.Free, Respond(code, text));

        _log.Entries.Should().BeEmpty();
    }

    [Fact(Timeout = 30_000)]
    public async Task Custom_limiter_is_called_with_the_verb_and_its_rejection_is_a_timeout()
    {
        using var own = PartitionedRateLimiter.Create<EppVerb, EppVerb>(verb => verb == EppVerb.Create
            ? RateLimitPartition.GetConcurrencyLimiter(verb, _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter(verb));
        _budget = New(new EppRegistryLimits(), own);
        var first = await _budget.BeforeSendingAsync(EppVerb.Create, Deadline.None, CancellationToken.None);
        using var check = await _budget.BeforeSendingAsync(EppVerb.Check, Deadline.None, CancellationToken.None);

        var failure = await FluentActions.Awaiting(() => _budget.BeforeSendingAsync(EppVerb.Create, Deadline.None, CancellationToken.None).AsTask())
            .Should().ThrowAsync<EppTimeoutException>();
        first.Dispose();
        using var later = await _budget.BeforeSendingAsync(EppVerb.Create, Deadline.None, CancellationToken.None);

        failure.Which.Message.Should().Contain("EppOptions.RateLimiter");
    }

    [Theory(Timeout = 30_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Limiter_of_the_options_that_fails_or_cancels_by_itself_is_reported_by_name(bool cancels)
    {
        await using var own = new FailingLimiter(cancels ? new TaskCanceledException("own failure") : new InvalidOperationException("own failure"));
        _budget = New(new EppRegistryLimits(), own);

        var sending = () => _budget.BeforeSendingAsync(EppVerb.Check, Deadline.None, CancellationToken.None).AsTask();

        (await sending.Should().ThrowAsync<EppConnectionException>().WithMessage("EppOptions.RateLimiter failed*own failure")).Which.Delivery.Should().Be(EppDelivery.NotSent);
        _budget.Invoking(budget => budget.TryTake(EppVerb.Logout)).Should().Throw<EppConnectionException>().WithMessage("EppOptions.RateLimiter failed*");
    }

    private static EppResponse Respond(int code, string text) => new(
        Documents.Response($"<result code='{code}'><msg>{text}</msg></result><trID><clTRID>C-1</clTRID><svTRID>S-1</svTRID></trID>"), pending: null);

    private MeterListener Listen(List<double> waits)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == EppTelemetry.RateLimitWaitTime)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            // Other tests record measurements at the same time.
            if (tags.ToArray().Contains(new KeyValuePair<string, object?>("epp.client.pool.name", _name)))
            {
                waits.Add(value);
            }
        });
        listener.Start();
        return listener;
    }

    private CommandRateLimiter Budget(EppRegistryLimits limits) => _budget = New(limits, null);

    private CommandRateLimiter New(EppRegistryLimits limits, PartitionedRateLimiter<EppVerb>? own) => new(limits, own, new RateLimiterMetrics(_name, "epp.example", 700), _time, _log);

    private sealed class FailingLimiter(Exception failure) : PartitionedRateLimiter<EppVerb>
    {
        public override RateLimiterStatistics? GetStatistics(EppVerb resource) => null;

        protected override RateLimitLease AttemptAcquireCore(EppVerb resource, int permitCount) => throw failure;

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(EppVerb resource, int permitCount, CancellationToken cancellationToken) => throw failure;
    }
}
