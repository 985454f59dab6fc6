using EppClient.Protocol;
using EppClient.Tests.Transport;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Protocol;

public sealed class GreetingMonitorTests
{
    private const string Own = "urn:example:own-1.0";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 1, 10, 0, 0, TimeSpan.Zero));
    private readonly RecordingLogger _log = new();
    private readonly List<EppGreetingChange> _changes = [];

    [Fact]
    [Trait("Failure", "23")]
    public void First_greeting_is_compared_with_the_profile()
    {
        var watch = Watch(EppProfiles.Standard with { OfferedServices = [EppNamespaces.Domain, EppNamespaces.Host] });

        watch.Observe("1", Greeting([EppNamespaces.Domain], [Own]));

        var change = _changes.Should().ContainSingle().Subject;
        change.AddedServices.Should().Equal(Own);
        change.RemovedServices.Should().Equal(EppNamespaces.Host);
        change.Previous.Should().BeNull();
        _log.Entries.Should().ContainSingle().Which.Message.Should().ContainAll("unknown to the profile, " + Own, "though the profile says so, " + EppNamespaces.Host);
    }

    [Fact]
    public void Greeting_is_not_compared_if_the_profile_does_not_list_offered_services()
    {
        Watch(EppProfiles.Standard).Observe("1", Greeting([EppNamespaces.Domain], [Own]));

        _changes.Should().BeEmpty();
    }

    [Fact]
    public void Expected_services_are_compared_as_the_registry_writes_them()
    {
        var profile = EppProfiles.Standard with { Namespaces = [new(EppNamespaces.Domain, Own)], OfferedServices = [EppNamespaces.Domain] };

        Watch(profile).Observe("1", Greeting([Own]));

        _changes.Should().BeEmpty();
    }

    [Fact]
    [Trait("Failure", "23")]
    public void Change_is_reported_once_and_not_for_each_session()
    {
        var watch = Watch(EppProfiles.Standard);
        watch.Observe("1", Greeting([EppNamespaces.Domain]));
        watch.Observe("2", Greeting([EppNamespaces.Domain]));
        _changes.Should().BeEmpty();

        watch.Observe("3", Greeting([EppNamespaces.Domain], [Own]));
        watch.Observe("4", Greeting([EppNamespaces.Domain], [Own]));

        var change = _changes.Should().ContainSingle().Subject;
        change.AddedServices.Should().Equal(Own);
        change.HasServerChanged.Should().BeFalse();
        _log.Entries.Should().ContainSingle();
    }

    [Fact]
    [Trait("Failure", "23")]
    public void Version_in_the_name_of_the_server_and_of_the_protocol_are_reported()
    {
        var watch = Watch(EppProfiles.Standard);
        watch.Observe("1", Greeting([EppNamespaces.Domain]));

        watch.Observe("2", Greeting([EppNamespaces.Domain]) with { ServerId = "Example: 5.4.0", Versions = ["1.0", "1.1"] });

        _changes.Should().ContainSingle().Which.HasServerChanged.Should().BeTrue();
        _log.Entries[0].Message.Should().ContainAll("Example: 5.4.0 speaks 1.0, 1.1", "before it was Example: 5.3.1 with 1.0");
    }

    [Fact]
    public void Permanent_difference_between_servers_of_one_name_is_reported_once()
    {
        var watch = Watch(EppProfiles.Standard);
        for (var i = 0; i < 10; i++)
        {
            watch.Observe("a", Greeting([EppNamespaces.Domain]));
            watch.Observe("b", Greeting([EppNamespaces.Domain]) with { ServerId = "Example: second" });
        }

        _changes.Should().ContainSingle();
    }

    [Theory]
    [InlineData(61, "61 s ahead of")]
    [InlineData(-3600, "3600 s behind")]
    [Trait("Failure", "29")]
    public void Clock_skew_is_reported_when_it_appears_and_when_it_is_gone(int seconds, string text)
    {
        var watch = Watch(EppProfiles.Standard);
        watch.ClockSkew.Should().BeNull();
        watch.Observe("1", Greeting([EppNamespaces.Domain], skew: seconds));
        watch.Observe("2", Greeting([EppNamespaces.Domain], skew: seconds));

        watch.ClockSkew.Should().Be(TimeSpan.FromSeconds(seconds));
        _changes.Should().ContainSingle().Which.ClockSkew.Should().Be(TimeSpan.FromSeconds(seconds));
        _log.Entries.Should().ContainSingle().Which.Message.Should().Contain(text);

        watch.Observe("3", Greeting([EppNamespaces.Domain]));
        _changes.Should().HaveCount(2);
        _changes[1].ClockSkew.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Small_skew_and_skew_without_a_listener_are_not_reported()
    {
        Watch(EppProfiles.Standard).Observe("1", Greeting([EppNamespaces.Domain], skew: 59));
        Watch(EppProfiles.Standard, Timeout.InfiniteTimeSpan).Observe("1", Greeting([EppNamespaces.Domain], skew: 86_400));

        _changes.Should().BeEmpty();
    }

    [Fact]
    public void Listener_that_throws_is_logged()
    {
        var watch = new GreetingMonitor(EppProfiles.Standard, TimeSpan.FromMinutes(1), _ => throw new InvalidOperationException(), _time, _log);

        watch.Observe("1", Greeting([EppNamespaces.Domain], skew: 100));

        _log.Entries.Select(entry => entry.Id.Name).Should().Equal("GreetingChanged", "GreetingListenerFailed");
    }

    private GreetingMonitor Watch(EppProfile profile, TimeSpan? tolerance = null) => new(profile, tolerance ?? TimeSpan.FromMinutes(1), _changes.Add, _time, _log);

    private EppGreeting Greeting(string[] objects, string[]? extensions = null, int skew = 0) => new()
    {
        ServerId = "Example: 5.3.1",
        ServerDate = _time.GetUtcNow().AddSeconds(skew),
        Versions = ["1.0"],
        Languages = ["en"],
        ObjectUris = objects,
        ExtensionUris = extensions ?? [],
    };
}
