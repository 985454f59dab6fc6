using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Xml;
using static EppClient.EppReconciliationStatus;

namespace EppClient.Tests.Recovery;

/// <summary>The table of docs/guide/outcomes.md: the meaning of each response.</summary>
public sealed class StandardReconcilerTests
{
    private static readonly DateTimeOffset Before = FakeRegistryQueries.WrittenAt.AddDays(-10);
    private static readonly DateTimeOffset Since = FakeRegistryQueries.WrittenAt.AddSeconds(1);

    [Theory]
    [InlineData(2303, false, NotApplied)]
    [InlineData(2201, false, NotApplied)]
    [InlineData(2400, false, Indeterminate)]
    [InlineData(1000, false, Applied)]
    [InlineData(1000, true, NotApplied)]
    public async Task Create_is_verified_by_existence_and_creation_date(int code, bool isOld, EppReconciliationStatus expected)
    {
        var registry = new FakeRegistryQueries().Respond(code, code == 1000 ? [Domain() with { CreatedDate = isOld ? Before : Since }] : []);

        (await registry.ReconcileAsync(Create())).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData(true, NotApplied)]
    [InlineData(false, Indeterminate)]
    public async Task Create_by_another_sponsor_is_not_applied_if_the_own_id_is_known(bool isKnown, EppReconciliationStatus expected)
    {
        var registry = new FakeRegistryQueries { KnowsSponsorId = isKnown }.Respond(1000, Domain() with { CreatedDate = Since, SponsoringClientId = "REG-2" });

        (await registry.ReconcileAsync(Create())).Status.Should().Be(expected);
    }

    [Fact]
    public async Task Create_that_differs_from_the_command_names_the_difference_and_a_pending_one_is_reported()
    {
        var other = new FakeRegistryQueries().Respond(1000, Domain() with { CreatedDate = Since, Registrant = "OTHER" });
        var pending = new FakeRegistryQueries().Respond(1000, Domain() with { CreatedDate = Since, Statuses = [DomainStatusValue.PendingCreate] });

        (await other.ReconcileAsync(Create())).Explanation.Should().Contain("registrant");
        var reconciliation = await pending.ReconcileAsync(Create());

        reconciliation.Status.Should().Be(Applied);
        reconciliation.IsPending.Should().BeTrue();
        reconciliation.Explanation.Should().Contain("has not decided");
        reconciliation.Evidence.Should().ContainSingle();
    }

    [Theory]
    [InlineData(null, Applied)]
    [InlineData("NS1.example", Applied)]
    [InlineData("ns2.example", Indeterminate)]
    public async Task Create_is_compared_with_the_name_servers_in_the_response(string? shown, EppReconciliationStatus expected)
    {
        var registry = new FakeRegistryQueries().Respond(1000, Domain() with { CreatedDate = Since, NameServers = shown is null ? null : DomainNameServers.FromHostObjects(shown) });

        var reconciliation = await registry.ReconcileAsync(Create() with { NameServers = DomainNameServers.FromHostObjects("ns1.example") });

        reconciliation.Status.Should().Be(expected);
        reconciliation.Explanation.Contains("name servers", StringComparison.Ordinal).Should().Be(expected == Indeterminate);
        reconciliation.Explanation.Should().NotContain("has not decided");
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(0)]
    [InlineData(3600)]
    public async Task Dates_are_compared_by_the_registrys_clock(int skewSeconds)
    {
        var skew = TimeSpan.FromSeconds(skewSeconds);
        var old = new FakeRegistryQueries { Skew = skew }.Respond(1000, Domain() with { CreatedDate = FakeRegistryQueries.WrittenAt + skew - TimeSpan.FromSeconds(5) });
        var recent = new FakeRegistryQueries { Skew = skew }.Respond(1000, Domain() with { CreatedDate = FakeRegistryQueries.WrittenAt + skew });

        (await old.ReconcileAsync(Create())).Status.Should().Be(NotApplied);
        (await recent.ReconcileAsync(Create())).Status.Should().Be(Applied);
    }

    [Theory]
    [InlineData("2027-01-15", NotApplied)]
    [InlineData("2028-01-15", Applied)]
    [InlineData("2028-01-31", Applied)]
    [InlineData("2029-01-15", Indeterminate)]
    public async Task Renew_is_verified_by_the_expiry_date(string expiry, EppReconciliationStatus expected)
    {
        var date = DateTimeOffset.Parse(expiry, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
        var registry = new FakeRegistryQueries().Respond(1000, Domain() with { ExpiryDate = date, UpdatedDate = Since });

        (await registry.ReconcileAsync(new DomainRenew("a.example", new DateOnly(2027, 1, 15), 1))).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData("2027-02-15", Applied)]
    [InlineData("2027-02-28", Indeterminate)]
    public async Task Renew_by_a_month_has_a_narrower_tolerance_than_by_a_year(string expiry, EppReconciliationStatus expected)
    {
        var date = DateTimeOffset.Parse(expiry, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
        var registry = new FakeRegistryQueries().Respond(1000, Domain() with { ExpiryDate = date, UpdatedDate = Since });
        var renew = new DomainRenew("a.example", new DateOnly(2027, 1, 15), 1) { PeriodUnit = DomainPeriodUnit.Month };

        (await registry.ReconcileAsync(renew)).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData("2028-01-15", Applied)]
    [InlineData("2029-01-15", Indeterminate)]
    public async Task Renew_without_a_period_is_treated_as_one_year(string expiry, EppReconciliationStatus expected)
    {
        var date = DateTimeOffset.Parse(expiry, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
        var registry = new FakeRegistryQueries().Respond(1000, Domain() with { ExpiryDate = date, UpdatedDate = Since });

        (await registry.ReconcileAsync(new DomainRenew("a.example", new DateOnly(2027, 1, 15)))).Status.Should().Be(expected);
    }

    [Fact]
    public async Task Renew_up_to_the_last_year_of_dates_is_verified()
    {
        var registry = new FakeRegistryQueries().Respond(1000, Domain() with { ExpiryDate = new DateTimeOffset(9999, 1, 15, 0, 0, 0, TimeSpan.Zero), UpdatedDate = Since });

        (await registry.ReconcileAsync(new DomainRenew("a.example", new DateOnly(9998, 1, 15), 1))).Status.Should().Be(Applied);
    }

    [Theory]
    [InlineData(true, true, true, Applied)]
    [InlineData(false, true, true, Indeterminate)]
    [InlineData(true, false, false, NotApplied)]
    [InlineData(false, false, false, NotApplied)]
    public async Task Update_is_verified_by_added_removed_and_changed_values(bool hasAdded, bool hasNewRegistrant, bool isChangedSince, EppReconciliationStatus expected)
    {
        var update = new DomainUpdate("a.example")
        {
            Add = new DomainUpdateItems { NameServers = DomainNameServers.FromHostObjects("NS9.example."), Statuses = [DomainStatusValue.ClientHold] },
            Remove = new DomainUpdateItems { NameServers = DomainNameServers.FromHostObjects("ns1.example") },
            Change = new DomainChange { Registrant = "NEW" },
        };
        var registry = new FakeRegistryQueries().Respond(1000, Domain() with
        {
            NameServers = DomainNameServers.FromHostObjects(hasAdded ? "ns9.example" : "ns1.example", "ns2.example"),
            Statuses = hasAdded ? [DomainStatusValue.ClientHold] : [DomainStatusValue.Ok],
            Registrant = hasNewRegistrant ? "NEW" : "OLD",
            UpdatedDate = isChangedSince ? Since : Before,
        });

        (await registry.ReconcileAsync(update)).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData(true, Indeterminate)]
    [InlineData(false, NotApplied)]
    public async Task Update_of_values_that_are_not_shown_is_verified_by_the_update_date(bool isChangedSince, EppReconciliationStatus expected)
    {
        var update = new DomainUpdate("a.example") { Change = new DomainChange { AuthInfo = DomainAuthInfoChange.FromPassword("Geheim-1") } };
        var registry = new FakeRegistryQueries().Respond(1000, Domain() with { UpdatedDate = isChangedSince ? Since : null });

        var reconciliation = await registry.ReconcileAsync(update);

        reconciliation.Status.Should().Be(expected);
        reconciliation.Explanation.Should().NotContain("Geheim");
    }

    [Fact]
    public async Task Name_servers_are_compared_ignoring_case_and_in_either_form()
    {
        const string Name = "NS_\u00D8.example";
        var update = new DomainUpdate("a.example") { Add = new DomainUpdateItems { NameServers = DomainNameServers.FromHostObjects(Name) } };
        var shown = new System.Globalization.IdnMapping().GetAscii(Name.ToLowerInvariant());
        var registry = new FakeRegistryQueries().Respond(1000, Domain() with { NameServers = DomainNameServers.FromHostObjects(shown) });

        (await registry.ReconcileAsync(update)).Status.Should().Be(Applied);
    }

    [Theory]
    [InlineData("Geheim-1", false, Applied)]
    [InlineData("Geheim-2", false, NotApplied)]
    [InlineData("Geheim-1", true, NotApplied)]
    public async Task Authorization_information_is_compared_if_both_values_are_known(string shown, bool isFromJournal, EppReconciliationStatus expected)
    {
        var update = new DomainUpdate("a.example") { Change = new DomainChange { AuthInfo = DomainAuthInfoChange.FromPassword("Geheim-1") } };
        var registry = new FakeRegistryQueries { IsFromJournal = isFromJournal }.Respond(1000, Domain() with { AuthInfo = DomainAuthInfo.FromPassword(shown), UpdatedDate = Before });

        (await registry.ReconcileAsync(update)).Status.Should().Be(expected);
    }

    [Fact]
    public async Task Update_with_an_unknown_extension_is_indeterminate_unless_the_rest_is_verified()
    {
        var unknown = EppRawElement.Parse("<x:colour xmlns:x='urn:toy'>red</x:colour>");
        var alone = new FakeRegistryQueries().Respond(1000, Domain() with { UpdatedDate = Since });
        var together = new FakeRegistryQueries().Respond(1000, Domain() with { UpdatedDate = Since, Registrant = "NEW" });

        var open = await alone.ReconcileAsync(new DomainUpdate("a.example"), [unknown]);
        var settled = await together.ReconcileAsync(new DomainUpdate("a.example") { Change = new DomainChange { Registrant = "NEW" } }, [unknown]);

        (open.Status, settled.Status).Should().Be((Indeterminate, Applied));
        open.Explanation.Should().Contain("extension colour");
        settled.Explanation.Should().Contain("extension colour");
    }

    [Theory]
    [InlineData(true, Applied)]
    [InlineData(false, NotApplied)]
    public async Task DS_records_are_compared(bool isThere, EppReconciliationStatus expected)
    {
        var record = new SecDnsDsData { KeyTag = 1, Algorithm = 13, DigestType = 2, Digest = EppBinary.FromHex("AB") };
        var update = new SecDnsUpdate { Remove = SecDnsRemoval.FromAll(true), Add = new SecDnsDsOrKeyData { DsData = [record] } };
        var shown = new SecDnsInfoResult { DsData = [record with { KeyTag = (ushort)(isThere ? 1 : 2) }] };
        var registry = new FakeRegistryQueries().Respond(1000, [Domain() with { UpdatedDate = Before }], [shown]);

        (await registry.ReconcileAsync(new DomainUpdate("a.example"), [update])).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData(1, 1, Applied)]
    [InlineData(1, 2, NotApplied)]
    [InlineData(2, 1, NotApplied)]
    public async Task All_DS_records_and_keys_are_removed_except_added_ones(int shownAlgorithm, int shownKeys, EppReconciliationStatus expected)
    {
        var key = Key(1);
        var update = new SecDnsUpdate { Remove = SecDnsRemoval.FromAll(true), Add = new SecDnsDsOrKeyData { KeyData = [key] } };
        var shown = new SecDnsInfoResult { KeyData = [.. Enumerable.Range(shownAlgorithm, shownKeys).Select(Key)] };
        var registry = new FakeRegistryQueries().Respond(1000, [Domain() with { UpdatedDate = Before }], [shown]);

        (await registry.ReconcileAsync(new DomainUpdate("a.example"), [update])).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData(1, Applied)]
    [InlineData(2, NotApplied)]
    [InlineData(3, NotApplied)]
    public async Task Key_that_is_removed_and_added_again_is_kept(int shown, EppReconciliationStatus expected)
    {
        var update = new SecDnsUpdate
        {
            Remove = SecDnsRemoval.FromKeyData([Key(1), Key(2)]),
            Add = new SecDnsDsOrKeyData { KeyData = [Key(1)] },
        };
        var registry = new FakeRegistryQueries().Respond(1000, [Domain() with { UpdatedDate = Before }], [new SecDnsInfoResult { KeyData = [Key(shown)] }]);

        (await registry.ReconcileAsync(new DomainUpdate("a.example"), [update])).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData(true, "redemptionPeriod", NotApplied)]
    [InlineData(true, "pendingRestore", Applied)]
    [InlineData(false, "pendingRestore", NotApplied)]
    [InlineData(false, "renewPeriod", Applied)]
    public async Task Restore_is_verified_by_the_grace_period(bool isRequest, string shown, EppReconciliationStatus expected)
    {
        var step = isRequest ? RgpUpdate.Request : new RgpUpdate(new RgpRestore { Operation = RgpRestoreOperation.Report });
        var registry = new FakeRegistryQueries().Respond(
            1000, [Domain() with { UpdatedDate = Before }], [new RgpInfoResult { Statuses = [new RgpStatus { Status = new RgpStatusValue(shown) }] }]);

        (await registry.ReconcileAsync(new DomainUpdate("a.example") { Change = new DomainChange() }, [step])).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData("pendingDelete", Applied)]
    [InlineData("ok", NotApplied)]
    public async Task Delete_of_a_host_is_verified_by_its_status(string status, EppReconciliationStatus expected)
    {
        var registry = new FakeRegistryQueries().Respond(1000, Host() with { Statuses = [new HostStatusValue(status)] });

        (await registry.ReconcileAsync(new HostDelete("old.example"))).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData(2303, null, Applied)]
    [InlineData(1000, "pendingDelete", Applied)]
    [InlineData(1000, "ok", NotApplied)]
    [InlineData(2201, null, Indeterminate)]
    public async Task Delete_is_verified_by_existence(int code, string? status, EppReconciliationStatus expected)
    {
        var registry = new FakeRegistryQueries().Respond(code, status is null ? [] : [Domain() with { Statuses = [new DomainStatusValue(status)] }]);

        (await registry.ReconcileAsync(new DomainDelete("a.example"))).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData("redemptionPeriod", Applied)]
    [InlineData("pendingDelete", Applied)]
    [InlineData("renewPeriod", NotApplied)]
    public async Task Delete_of_a_domain_is_verified_by_its_grace_period(string shown, EppReconciliationStatus expected)
    {
        var registry = new FakeRegistryQueries().Respond(1000, [Domain()], [new RgpInfoResult { Statuses = [new RgpStatus { Status = new RgpStatusValue(shown) }] }]);

        var reconciliation = await registry.ReconcileAsync(new DomainDelete("a.example"));

        (reconciliation.Status, reconciliation.IsPending).Should().Be((expected, expected == Applied));
    }

    [Fact]
    public async Task Delete_is_indeterminate_if_an_object_of_that_name_was_created_since()
    {
        var registry = new FakeRegistryQueries().Respond(1000, Domain() with { CreatedDate = Since });

        (await registry.ReconcileAsync(new DomainDelete("a.example"))).Status.Should().Be(Indeterminate);
    }

    [Theory]
    [InlineData(1300, null, Applied)]
    [InlineData(1301, "2", Applied)]
    [InlineData(1301, "1", NotApplied)]
    public async Task Acknowledgement_is_verified_by_the_first_message_of_the_queue(int code, string? head, EppReconciliationStatus expected)
    {
        var registry = new FakeRegistryQueries().RespondToPoll(code, head);

        (await registry.ReconcileAsync(new PollAcknowledge("1"))).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData(true, Applied)]
    [InlineData(false, NotApplied)]
    public async Task Rename_of_a_host_is_verified_by_the_name_that_exists(bool isRenamed, EppReconciliationStatus expected)
    {
        var registry = new FakeRegistryQueries();
        _ = isRenamed ? registry.Respond(1000, Host() with { Name = "new.example" }) : registry.Respond(2303).Respond(1000, Host());

        (await registry.ReconcileAsync(new HostUpdate { Name = "old.example", Change = new HostChange { Name = "new.example" } })).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData("192.0.2.2", "clientUpdateProhibited", Applied)]
    [InlineData("192.0.2.1", "clientUpdateProhibited", NotApplied)]
    [InlineData("192.0.2.2", "clientDeleteProhibited", NotApplied)]
    public async Task Update_of_a_host_is_compared_with_its_addresses_and_statuses(string address, string status, EppReconciliationStatus expected)
    {
        var update = new HostUpdate
        {
            Name = "old.example",
            Add = new HostUpdateItems { Addresses = [new HostAddress { Value = "192.0.2.2" }], Statuses = [HostStatusValue.ClientUpdateProhibited] },
            Remove = new HostUpdateItems { Addresses = [new HostAddress { Value = "192.0.2.1" }], Statuses = [HostStatusValue.ClientDeleteProhibited] },
        };
        var registry = new FakeRegistryQueries().Respond(1000, Host() with { Addresses = [new HostAddress { Value = address }], Statuses = [new HostStatusValue(status)], UpdatedDate = Before });

        (await registry.ReconcileAsync(update)).Status.Should().Be(expected);
    }

    private static DomainCreate Create() => new("a.example", DomainAuthInfo.FromPassword("Geheim-1")) { Registrant = "OLD" };

    private static DomainInfoResult Domain() => new() { Name = "a.example", Roid = "D1-X", Registrant = "OLD", SponsoringClientId = "REG-1", CreatedDate = Before };

    private static HostInfoResult Host() => new()
    {
        Name = "old.example",
        Roid = "H1-X",
        Statuses = [HostStatusValue.Ok],
        SponsoringClientId = "REG-1",
        CreatingClientId = "REG-1",
        CreatedDate = Before,
    };

    private static SecDnsKeyData Key(int algorithm) => new() { Flags = 257, Protocol = 3, Algorithm = (byte)algorithm, PublicKey = EppBinary.FromHex("AB") };

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    [InlineData(300)]
    [InlineData(-300)]
    public async Task Clock_of_the_sending_machine_does_not_matter_if_the_registrys_time_was_stored(int writerSkewSeconds)
    {
        var skew = TimeSpan.FromSeconds(writerSkewSeconds);
        var carriedOut = new FakeRegistryQueries { WriterSkew = skew, RegistryTime = FakeRegistryQueries.WrittenAt }.Respond(1000, Domain() with { CreatedDate = FakeRegistryQueries.WrittenAt });
        var older = new FakeRegistryQueries { WriterSkew = skew, RegistryTime = FakeRegistryQueries.WrittenAt }.Respond(1000, Domain() with { CreatedDate = FakeRegistryQueries.WrittenAt - TimeSpan.FromSeconds(5) });

        (await carriedOut.ReconcileAsync(Create())).Status.Should().Be(Applied);
        (await older.ReconcileAsync(Create())).Status.Should().Be(NotApplied);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public async Task Implausible_greeting_date_does_not_date_a_new_object_before_the_command(string date)
    {
        var greeting = DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        var registry = new FakeRegistryQueries { Skew = greeting - FakeRegistryQueries.WrittenAt.AddSeconds(30) }.Respond(1000, Domain() with { CreatedDate = Since });

        (await registry.ReconcileAsync(Create())).Status.Should().Be(Applied);
    }

    [Fact]
    public async Task Renew_of_a_domain_with_expiry_year_9999_is_reconciled()
    {
        var never = new DateTimeOffset(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);
        var registry = new FakeRegistryQueries().Respond(1000, Domain() with { ExpiryDate = never, UpdatedDate = Since });

        (await registry.ReconcileAsync(new DomainRenew("a.example", new DateOnly(9999, 12, 31), 1))).Status.Should().Be(NotApplied);
    }
}
