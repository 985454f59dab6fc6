using EppClient.Protocol;
using EppClient.Sessions;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Protocol;

public sealed class CredentialStoreTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact(Timeout = 30_000)]
    public async Task Logins_without_a_change_of_password_do_not_wait_for_each_other()
    {
        using var store = new CredentialStore("REG-1", "old", null, _time);

        using var first = await store.TakeAsync(Deadline.None, CancellationToken.None);
        using var second = await store.TakeAsync(Deadline.None, CancellationToken.None);

        second.Password.Should().Be("old");
        second.NewPassword.Should().BeNull();
    }

    [Fact(Timeout = 30_000)]
    public async Task Change_is_asked_for_once_and_all_later_logins_use_what_came_of_it()
    {
        using var store = new CredentialStore("REG-1", "old", "new", _time);
        var first = await store.TakeAsync(Deadline.None, CancellationToken.None);
        var second = store.TakeAsync(Deadline.None, CancellationToken.None);
        second.IsCompleted.Should().BeFalse("the first one asks for the change");

        first.Accepted();
        first.Dispose();

        (first.Password, first.NewPassword).Should().Be(("old", "new"));
        var turn = await second;
        (turn.Password, turn.NewPassword).Should().Be(("new", null));
        turn.Dispose();
        var third = await store.TakeAsync(Deadline.None, CancellationToken.None);
        (third.Password, third.NewPassword).Should().Be(("new", null));
    }

    [Fact(Timeout = 30_000)]
    public async Task Change_that_failed_is_asked_for_by_the_next_login()
    {
        using var store = new CredentialStore("REG-1", "old", "new", _time);
        (await store.TakeAsync(Deadline.None, CancellationToken.None)).Dispose();

        using var turn = await store.TakeAsync(Deadline.None, CancellationToken.None);

        (turn.Password, turn.NewPassword).Should().Be(("old", "new"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Login_waits_for_its_turn_no_longer_than_its_deadline()
    {
        using var store = new CredentialStore("REG-1", "old", "new", _time);
        using var first = await store.TakeAsync(Deadline.None, CancellationToken.None);
        var second = store.TakeAsync(Deadline.After(_time, TimeSpan.FromSeconds(1)), CancellationToken.None).AsTask();

        _time.Advance(TimeSpan.FromSeconds(2));

        var failure = (await second.Invoking(task => task).Should().ThrowAsync<EppTimeoutException>()).Which;
        failure.Phase.Should().Be(EppPhase.LoggingIn);
        failure.Delivery.Should().Be(EppDelivery.NotSent);
    }

    [Fact(Timeout = 30_000)]
    public async Task Login_that_is_cancelled_while_it_waits_gives_its_turn_to_the_next()
    {
        using var store = new CredentialStore("REG-1", "old", "new", _time);
        var first = await store.TakeAsync(Deadline.None, CancellationToken.None);
        using var cancellation = new CancellationTokenSource();
        var second = store.TakeAsync(Deadline.None, cancellation.Token).AsTask();
        var third = store.TakeAsync(Deadline.None, CancellationToken.None).AsTask();

        await cancellation.CancelAsync();
        await second.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        first.Dispose();

        (await third).NewPassword.Should().Be("new");
    }
}
