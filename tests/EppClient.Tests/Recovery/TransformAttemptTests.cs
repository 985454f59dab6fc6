using EppClient.Commands;
using EppClient.Recovery;
using EppClient.Sessions;

namespace EppClient.Tests.Recovery;

/// <summary>Whether a transform command may be sent again after a failed attempt.</summary>
public sealed class TransformAttemptTests
{
    private readonly TransformAttempt _attempt = new(new DomainDelete("a.example"), "C-1", Deadline.None, journal: null, TimeProvider.System);

    [Fact]
    public void Command_in_progress_is_not_sent_a_second_time()
    {
        _attempt.Begin();

        _attempt.Invoking(attempt => attempt.Begin()).Should().Throw<InvalidOperationException>().WithMessage("*EppRecoveryOptions.RetryPipeline*");
    }

    [Fact]
    public async Task Command_that_may_have_reached_the_registry_is_refused_on_every_retry()
    {
        var lost = new EppConnectionException("cut", EppDelivery.MaybeSent);
        await WriteAsync();
        _attempt.Failed(lost);

        for (var tries = 0; tries < 2; tries++)
        {
            _attempt.Invoking(attempt => attempt.Begin()).Should().Throw<EppConnectionException>().Which.InnerException.Should().BeSameAs(lost);
        }
    }

    public static TheoryData<Exception, bool> Failures() => new()
    {
        { new EppConnectionException("cut", EppDelivery.NotSent), false },
        { new EppConnectionException("cut", EppDelivery.MaybeSent), true },
        { new OperationCanceledException(), false },
        { new InvalidOperationException("Not foreseen."), true },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_after_the_command_was_written_reports_whether_it_may_have_been_sent(Exception failure, bool isLost)
    {
        await WriteAsync();

        _attempt.Failed(failure);

        _attempt.Lost.Should().Be(isLost ? failure : null);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_before_the_command_is_rewritten_leaves_no_unknown_outcome(Exception failure, bool isLostOnceWritten)
    {
        await WriteAsync();
        _attempt.Failed(new EppConnectionException("cut", EppDelivery.MaybeSent));
        _attempt.NotApplied();
        _attempt.Begin();

        _attempt.Failed(failure);

        _attempt.Lost.Should().BeNull($"the command is {(isLostOnceWritten ? "lost" : "not lost")} only after it is written");
        _attempt.Invoking(attempt => attempt.Begin()).Should().NotThrow();
    }

    [Fact]
    public async Task Failure_after_the_response_does_not_make_the_outcome_unknown()
    {
        await WriteAsync();
        _attempt.Responded();

        _attempt.Failed(new EppConnectionException("cut", EppDelivery.MaybeSent));

        _attempt.Lost.Should().BeNull("the registry has reported the result of the command");
    }

    private async Task WriteAsync()
    {
        _attempt.Begin();
        _attempt.AboutToSend(null!, "<epp/>"u8.ToArray());
        await _attempt.RecordAsync(CancellationToken.None);
    }
}
