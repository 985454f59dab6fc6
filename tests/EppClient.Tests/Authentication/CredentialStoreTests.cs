using EppClient.Authentication;
using EppClient.Sessions;
using EppClient.Tests.Protocol;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Authentication;

public sealed class CredentialStoreTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact(Timeout = 30_000)]
    public async Task Logins_without_a_change_of_password_do_not_wait_for_each_other()
    {
        using var store = Store(null);

        using var first = await store.TakeAsync(Deadline.None, CancellationToken.None);
        using var second = await store.TakeAsync(Deadline.None, CancellationToken.None);

        second.Password.Should().Be("old");
        second.NewPassword.Should().BeNull();
    }

    [Fact(Timeout = 30_000)]
    public async Task Change_is_requested_once_and_later_logins_use_the_result()
    {
        using var store = Store("new");
        var first = await store.TakeAsync(Deadline.None, CancellationToken.None);
        var second = store.TakeAsync(Deadline.None, CancellationToken.None);
        second.IsCompleted.Should().BeFalse("the first login requests the change");

        await first.AcceptedAsync();
        first.Dispose();

        (first.Password, first.NewPassword).Should().Be(("old", "new"));
        var attempt = await second;
        (attempt.Password, attempt.NewPassword).Should().Be(("new", null));
        attempt.Dispose();
        var third = await store.TakeAsync(Deadline.None, CancellationToken.None);
        (third.Password, third.NewPassword).Should().Be(("new", null));
    }

    [Fact(Timeout = 30_000)]
    public async Task Failed_change_is_requested_again_by_the_next_login()
    {
        using var store = Store("new");
        (await store.TakeAsync(Deadline.None, CancellationToken.None)).Dispose();

        using var attempt = await store.TakeAsync(Deadline.None, CancellationToken.None);

        (attempt.Password, attempt.NewPassword).Should().Be(("old", "new"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Waiting_login_ends_at_its_deadline()
    {
        using var store = Store("new");
        using var first = await store.TakeAsync(Deadline.None, CancellationToken.None);
        var second = store.TakeAsync(Deadline.After(_time, TimeSpan.FromSeconds(1)), CancellationToken.None).AsTask();

        _time.Advance(TimeSpan.FromSeconds(2));

        var failure = (await second.Invoking(task => task).Should().ThrowAsync<EppTimeoutException>()).Which;
        failure.Phase.Should().Be(EppTimeoutPhase.LoggingIn);
        failure.Delivery.Should().Be(EppDelivery.NotSent);
    }

    [Fact(Timeout = 30_000)]
    public async Task Cancelled_waiting_login_lets_the_next_login_proceed()
    {
        using var store = Store("new");
        var first = await store.TakeAsync(Deadline.None, CancellationToken.None);
        using var cancellation = new CancellationTokenSource();
        var second = store.TakeAsync(Deadline.None, cancellation.Token).AsTask();
        var third = store.TakeAsync(Deadline.None, CancellationToken.None).AsTask();

        await cancellation.CancelAsync();
        await second.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        first.Dispose();

        (await third).NewPassword.Should().Be("new");
    }

    [Fact(Timeout = 30_000)]
    public async Task Change_waits_for_logins_that_use_the_current_password()
    {
        using var store = Store(null);
        var before = await store.TakeAsync(Deadline.None, CancellationToken.None);
        store.Announce("new");
        var change = store.TakeAsync(Deadline.None, CancellationToken.None).AsTask();
        var after = store.TakeAsync(Deadline.None, CancellationToken.None).AsTask();
        change.IsCompleted.Should().BeFalse("the registry would reject the login in progress");

        before.Dispose();
        var attempt = await change;
        attempt.NewPassword.Should().Be("new");
        after.IsCompleted.Should().BeFalse();
        await attempt.AcceptedAsync();
        attempt.Dispose();

        using var later = await after;
        (later.Password, later.NewPassword).Should().Be(("new", null));
    }

    [Fact(Timeout = 30_000)]
    public async Task Next_login_after_a_change_without_a_response_tries_the_new_password_first()
    {
        using var store = Store(null);
        var change = store.Announce("new");
        using (var lost = await store.TakeAsync(Deadline.None, CancellationToken.None))
        {
            (await lost.AnnounceAsync(CancellationToken.None)).Should().BeTrue();
        }

        using (var next = await store.TakeAsync(Deadline.None, CancellationToken.None))
        {
            (next.Password, next.NewPassword).Should().Be(("new", null));
            await next.AcceptedAsync();
        }

        change.Completed.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact(Timeout = 30_000)]
    public async Task Change_that_was_not_applied_is_detected_by_one_rejected_login_and_requested_again()
    {
        using var store = Store(null);
        var change = store.Announce("new");
        using (var lost = await store.TakeAsync(Deadline.None, CancellationToken.None))
        {
            await lost.AnnounceAsync(CancellationToken.None);
        }

        using (var next = await store.TakeAsync(Deadline.None, CancellationToken.None))
        {
            (await next.RefusedAsync(Refusal(2200))).Should().BeTrue();
            (next.Password, next.NewPassword).Should().Be(("old", null), "a connection lost now must not leave the password unknown");
            await next.AcceptedAsync();
        }

        using var last = await store.TakeAsync(Deadline.None, CancellationToken.None);
        (last.Password, last.NewPassword).Should().Be(("old", "new"));
        change.Completed.IsCompleted.Should().BeFalse();
    }

    [Fact(Timeout = 30_000)]
    public async Task Connection_closed_with_a_rejected_login_does_not_cause_a_second_rejection()
    {
        using var store = Store(null);
        store.Announce("new");
        using (var lost = await store.TakeAsync(Deadline.None, CancellationToken.None))
        {
            await lost.AnnounceAsync(CancellationToken.None);
        }

        using (var next = await store.TakeAsync(Deadline.None, CancellationToken.None))
        {
            await next.RefusedAsync(Refusal(2501));
        }

        using var last = await store.TakeAsync(Deadline.None, CancellationToken.None);
        last.Password.Should().Be("old");
    }

    [Fact(Timeout = 30_000)]
    public async Task Both_passwords_are_kept_if_both_are_rejected()
    {
        var provider = new FixedCredentials("old");
        await provider.ChangingAsync("new", CancellationToken.None);
        using var store = new CredentialStore("REG-1", provider, null, _time, NullLogger.Instance);

        using (var attempt = await store.TakeAsync(Deadline.None, CancellationToken.None))
        {
            (await attempt.RefusedAsync(Refusal(2200))).Should().BeTrue();
            (await attempt.RefusedAsync(Refusal(2200))).Should().BeFalse();
        }

        var left = await provider.GetCredentialsAsync(CancellationToken.None);
        (left.Password, left.PendingPassword).Should().Be(("old", "new"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Rejected_change_fails_and_the_login_continues_with_the_current_password()
    {
        using var store = Store(null);
        var change = store.Announce("new");
        using (var attempt = await store.TakeAsync(Deadline.None, CancellationToken.None))
        {
            await attempt.AnnounceAsync(CancellationToken.None);
            (await attempt.RefusedAsync(Refusal(2306))).Should().BeTrue();
            (attempt.Password, attempt.NewPassword).Should().Be(("old", null));
            await attempt.AcceptedAsync();
        }

        (await change.Completed.Invoking(task => task).Should().ThrowAsync<EppCommandException>()).Which.Code.Should().Be(EppResultCode.ParameterPolicyError);
        using var next = await store.TakeAsync(Deadline.None, CancellationToken.None);
        (next.Password, next.NewPassword).Should().Be(("old", null));
    }

    [Fact]
    public void Second_concurrent_change_is_refused()
    {
        using var store = Store(null);
        store.Announce("new");

        store.Invoking(s => s.Announce("newer")).Should().Throw<InvalidOperationException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task Provider_is_called_for_each_login_and_its_failure_is_explained()
    {
        var requested = 0;
        var provider = EppCredentialProvider.ReadOnly(_ => ++requested < 3 ? new ValueTask<string>($"password {requested}") : throw new InvalidOperationException("sealed"));
        using var store = new CredentialStore("REG-1", provider, null, _time, NullLogger.Instance);

        using var first = await store.TakeAsync(Deadline.None, CancellationToken.None);
        using var second = await store.TakeAsync(Deadline.None, CancellationToken.None);
        var third = FluentActions.Awaiting(() => store.TakeAsync(Deadline.None, CancellationToken.None).AsTask());

        (first.Password, second.Password).Should().Be(("password 1", "password 2"));
        (await third.Should().ThrowAsync<EppConnectionException>()).Which.Message.Should().Contain("EppOptions.Credentials").And.NotContain("sealed");
    }

    [Fact(Timeout = 30_000)]
    public async Task Provider_that_cannot_store_prevents_the_change()
    {
        using var store = new CredentialStore("REG-1", EppCredentialProvider.ReadOnly(_ => new ValueTask<string>("old")), null, _time, NullLogger.Instance);
        var change = store.Announce("new");
        using var attempt = await store.TakeAsync(Deadline.None, CancellationToken.None);

        (await attempt.AnnounceAsync(CancellationToken.None)).Should().BeFalse();

        (attempt.Password, attempt.NewPassword).Should().Be(("old", null));
        await change.Completed.Invoking(task => task).Should().ThrowAsync<NotSupportedException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task Provider_that_cancels_by_itself_fails_the_login()
    {
        var provider = EppCredentialProvider.ReadOnly(_ => throw new TaskCanceledException("the vault's own timeout"));
        using var store = new CredentialStore("REG-1", provider, null, _time, NullLogger.Instance);

        var login = () => store.TakeAsync(Deadline.None, CancellationToken.None).AsTask();

        (await login.Should().ThrowAsync<EppConnectionException>()).Which.InnerException.Should().BeOfType<TaskCanceledException>();
    }

    [Theory(Timeout = 30_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Provider_that_cancels_a_change_by_itself_prevents_it(bool mustSucceed)
    {
        using var store = new CredentialStore("REG-1", new CancellingProvider(), mustSucceed ? "new" : null, _time, NullLogger.Instance);
        var change = mustSucceed ? null : store.Announce("new");
        using var attempt = await store.TakeAsync(Deadline.None, CancellationToken.None);

        var announcing = () => attempt.AnnounceAsync(CancellationToken.None).AsTask();

        if (mustSucceed)
        {
            await announcing.Should().ThrowAsync<EppConnectionException>();
        }
        else
        {
            (await announcing()).Should().BeFalse();
            await change!.Completed.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        }
    }

    private CredentialStore Store(string? newPassword) => new("REG-1", new FixedCredentials("old"), newPassword, _time, NullLogger.Instance);

    private static EppCommandException Refusal(int code) => EppCommandException.ForLogin(EppProfiles.Standard, new EppResponse(
        Documents.Response($"<result code='{code}'><msg>Text</msg></result><trID><clTRID>C-1</clTRID><svTRID>S-1</svTRID></trID>"), pending: null));

    private sealed class CancellingProvider : IEppCredentialProvider
    {
        public ValueTask<EppCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => new(new EppCredentials("old"));

        public ValueTask ChangingAsync(string newPassword, CancellationToken cancellationToken) => throw new OperationCanceledException();

        public ValueTask ChangedAsync(string newPassword, CancellationToken cancellationToken) => default;

        public ValueTask NotChangedAsync(CancellationToken cancellationToken) => default;
    }
}
