using EppClient.Bulk;
using EppClient.Commands;
using EppClient.Dk;

namespace EppClient.IntegrationTests.Registry.Handling;

/// <summary>Operations on domains by name, without reading them first.</summary>
public sealed class NamedDomainTests
{
    [Fact(Timeout = 60_000)]
    public async Task Operation_without_state_sends_one_command()
    {
        await using var world = new RegistrarOperationFixture();
        var domain = world.Registrar.Domain("EKSEMPEL.dk");

        await domain.SetAutoRenewAsync(autoRenew: false);
        (await domain.EndRightOfUseAsync()).Code.Should().Be(EppResultCode.ActionPending);
        await domain.RestoreAsync();

        world.Client.Sent.Should().HaveCount(3);
        world.Dk.Registry.FindDomain(RegistrarOperationFixture.Own)!.Should().BeEquivalentTo(new { AutoRenew = false, Deletion = (object?)null });
    }

    [Fact(Timeout = 60_000)]
    public async Task Restore_of_a_domain_that_is_not_deleted_is_refused_because_of_its_status()
    {
        await using var world = new RegistrarOperationFixture();
        var domain = (DkRegistrarDomain)await world.Registrar.GetDomainAsync(RegistrarOperationFixture.Own);

        var refused = await FluentActions.Awaiting(() => domain.RestoreAsync()).Should().ThrowAsync<DkRefusedException>();

        (refused.Which.Refusal.Reason, refused.Which.Refusal.IsLocal, domain.IsRestorable).Should().Be((DkRefusalReason.Status, true, false));
        world.Client.Sent.Should().HaveCount(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Change_of_name_servers_is_described_by_its_responses()
    {
        await using var world = new RegistrarOperationFixture();

        var change = await world.Registrar.Domain(RegistrarOperationFixture.Own).SetNameServersAsync([RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns3]);

        change.ToString().Should().Contain("1000").And.NotContain("DkStateChange").And.NotContain("ReadOnly");
        DkStateChange.None.ToString().Should().Be("no change");
    }

    [Fact(Timeout = 60_000)]
    public async Task Renewal_reads_the_expiry_date_and_renews()
    {
        await using var world = new RegistrarOperationFixture(builder => builder.Domain(RegistrarOperationFixture.Own, RegistrarOperationFixture.Ida, [RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns2], domain => domain with { Expires = domain.Created.AddDays(20) }));

        await world.Registrar.Domain(RegistrarOperationFixture.Own).RenewAsync();

        world.Client.Sent.Should().HaveCount(2);
        world.Dk.Registry.FindDomain(RegistrarOperationFixture.Own)!.Expires!.Value.Year.Should().Be(2027);
    }

    [Fact(Timeout = 60_000)]
    public async Task Payer_renews_a_registrant_managed_domain_with_the_same_call()
    {
        await using var world = new RegistrarOperationFixture(builder => builder.Domain(RegistrarOperationFixture.Old, RegistrarOperationFixture.Kaj, [RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns2], domain => domain with { Expires = domain.Created.AddDays(20) }));
        var domain = world.Registrar.Domain(RegistrarOperationFixture.Old);
        var refused = await FluentActions.Awaiting(() => domain.RenewAsync()).Should().ThrowAsync<DkRefusedException>();
        (refused.Which.Refusal.Reason, refused.Which.Refusal.IsLocal).Should().Be((DkRefusalReason.MissingRole, true));

        await domain.BecomePayerAsync();
        await domain.RenewAsync();
        await domain.RemovePayerAsync();

        world.Dk.Registry.FindDomain(RegistrarOperationFixture.Old)!.Should().BeEquivalentTo(new { Billing = RegistrarOperationFixture.Kaj });
        world.Dk.Registry.FindDomain(RegistrarOperationFixture.Old)!.Expires!.Value.Year.Should().Be(2027);
    }

    [Fact(Timeout = 60_000)]
    public async Task Name_servers_ds_records_and_contact_data_are_set()
    {
        await using var world = new RegistrarOperationFixture();
        var domain = world.Registrar.Domain(RegistrarOperationFixture.Own);

        await domain.SetNameServersAsync([RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns3], [RawOperations.Ds]);
        await domain.SetDsRecordsAsync([]);
        await domain.UpdateRegistrantAsync(new ContactChange { Voice = "33 33 33 33" });

        var now = (DkRegistrarDomain)await domain.ReadAsync();
        now.NameServers.Select(name => name.Ascii).Should().BeEquivalentTo(RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns3);
        now.DsRecords.Should().BeEmpty();
        world.Dk.Registry.FindContact(RegistrarOperationFixture.Ida)!.Voice.Should().Be("+45.33333333");
    }

    [Fact(Timeout = 60_000)]
    public async Task Operation_of_the_other_model_is_refused_locally()
    {
        await using var world = new RegistrarOperationFixture();

        foreach (var attempt in new Func<Task>[]
        {
            () => world.Registrar.Domain(RegistrarOperationFixture.Own).BecomePayerAsync(),
            () => world.Registrar.Domain(RegistrarOperationFixture.Own).RemovePayerAsync(),
            () => world.Registrar.Domain(RegistrarOperationFixture.Own).SetContactsAsync(admin: RegistrarOperationFixture.Kaj),
        })
        {
            var refused = await attempt.Should().ThrowAsync<DkRefusedException>();
            (refused.Which.Refusal.Reason, refused.Which.Refusal.IsLocal).Should().Be((DkRefusalReason.HandlingModel, true));
        }

        var theirs = await FluentActions.Awaiting(() => world.Registrar.Domain(RegistrarOperationFixture.Old).UpdateRegistrantAsync(new ContactChange { Voice = "33 33 33 33" })).Should().ThrowAsync<DkRefusedException>();
        theirs.Which.Refusal.Reason.Should().Be(DkRefusalReason.MissingRole);
        world.Client.Sent.Should().HaveCount(4, "each attempt reads the domain and sends nothing else");
    }

    [Fact(Timeout = 60_000)]
    public async Task Domain_is_transferred_and_gets_a_token_by_name()
    {
        await using var world = new RegistrarOperationFixture();
        var old = world.Registrar.Domain(RegistrarOperationFixture.Old);

        var ours = await old.TransferAsync(world.Dk.Registry.Person(RegistrarOperationFixture.Kaj).CreateTransferToken(RegistrarOperationFixture.Old));
        var token = await old.CreateTransferTokenAsync();
        await old.RemoveTransferTokenAsync();

        ours.Model.Should().Be(DkHandlingModel.RegistrarManaged);
        token.Role().Should().Be(DkTokenRole.Registrar);
        world.Dk.Registry.FindDomain(RegistrarOperationFixture.Old)!.Tokens.Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Expired_acceptance_of_terms_is_refused_locally()
    {
        await using var world = new RegistrarOperationFixture();

        var attempt = () => world.Registrar.Domain(RegistrarOperationFixture.Own).ChangeRegistrantAsync(RegistrarOperationFixture.Ida, world.Dk.Clock.GetUtcNow().AddDays(-31));

        (await attempt.Should().ThrowAsync<DkRefusedException>()).Which.Refusal.Reason.Should().Be(DkRefusalReason.OrderConfirmation);
        world.Client.Sent.Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Bulk_job_requires_the_pool()
    {
        await using var world = new RegistrarOperationFixture();
        await using var pool = new EppSessionPool(PrivilegeFixture.Options(world.Dk));
        var registrar = new DkRegistrar(pool, RegistrarOperationFixture.Account);

        var job = registrar.CreateJob(new EppMemoryBulkStore(), DkBulkTasks.SetAutoRenew());
        var end = await job.RunAsync(new[] { EppBulkRow.FromColumns("1", KeyValuePair.Create("domain", RegistrarOperationFixture.Own), KeyValuePair.Create("autorenew", "off")) }.ToAsyncEnumerable());

        end.Done.Should().Be(1);
        world.Dk.Registry.FindDomain(RegistrarOperationFixture.Own)!.AutoRenew.Should().BeFalse();
        FluentActions.Invoking(() => world.Registrar.CreateJob(new EppMemoryBulkStore(), DkBulkTasks.SetAutoRenew())).Should().Throw<InvalidOperationException>().WithMessage("*EppSessionPool*");
    }
}
