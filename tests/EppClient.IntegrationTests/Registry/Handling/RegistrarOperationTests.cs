using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;

namespace EppClient.IntegrationTests.Registry.Handling;

/// <summary>The operations of a registrar on its domains, and on domains under registrant management.</summary>
public abstract class RegistrarOperationTests(bool speaksVersion45)
{
    [Fact(Timeout = 60_000)]
    public async Task Paying()
    {
        await using var world = World(builder => builder.Domain(RegistrarOperationFixture.Own, RegistrarOperationFixture.Ida, [RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns2], domain => domain with { Expires = domain.Created.AddDays(20) }));
        var domain = await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own);

        await domain.RenewAsync();
        await domain.SetAutoRenewAsync(autoRenew: false);

        domain = await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own);
        (domain.Info.ExpiryDate!.Value.Year, domain.Details.AutoRenew).Should().Be((2027, false));
        (await world.Registrar.GetBalanceAsync()).Balance.Should().Be(950m);
        var refused = await FluentActions.Awaiting(() => domain.RenewAsync()).Should().ThrowAsync<DkRefusedException>();
        refused.Which.Refusal.Reason.Should().Be(DkRefusalReason.RenewalWindow);
    }

    [Fact(Timeout = 60_000)]
    public async Task Domain_is_deleted_and_restored()
    {
        await using var world = World();
        var domain = await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own);
        domain.IsRestorable.Should().BeFalse();

        (await domain.EndRightOfUseAsync()).Code.Should().Be(EppResultCode.ActionPending);
        domain = await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own);
        domain.IsRestorable.Should().BeTrue();
        domain.Details.PendingDeletionDate.Should().NotBeNull();

        await domain.RestoreAsync();
        (await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own)).IsRestorable.Should().BeFalse();
    }

    [Fact(Timeout = 60_000)]
    public async Task Unlocked_contact_data_is_changed()
    {
        await using var world = World();
        var domain = await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own);
        await domain.UpdateRegistrantAsync(new ContactChange { Voice = "33 33 33 33" }, new DkContactUpdate { MobilePhone = "+45 20 20 20 21" });
        var contact = (DkRegistrarContact)await domain.GetRegistrantAsync();
        contact.Details.MobilePhone!.Number.Should().Be("+45.20202021");
        await FluentActions.Awaiting(() => contact.UpdateAsync(new ContactChange { Voice = "123" })).Should().ThrowAsync<EppValidationException>();
        contact.Info.Voice.Should().Be("+45.33333333");
        contact.Locks.Should().Contain(new DkFieldLock("name", DkLockReason.RegistrantName, IsCertain: true));
        var sent = world.Client.Sent.Count;

        var rename = new ContactChange { PostalInfo = [new ContactPostalInfoChange { Type = ContactPostalInfoForm.Localized, Name = "Bo Nielsen" }] };
        var refused = await FluentActions.Awaiting(() => contact.UpdateAsync(rename)).Should().ThrowAsync<DkRefusedException>();

        (refused.Which.Refusal.Reason, refused.Which.Refusal.Field, refused.Which.Refusal.IsLocal).Should().Be((DkRefusalReason.LockedField, "name", true));
        world.Client.Sent.Should().HaveCount(sent);

        // If the contact is read without its domain, it is not known to be a registrant. The registry rejects the change for the same reason.
        var alone = (DkRegistrarContact)await world.Registrar.GetContactAsync(RegistrarOperationFixture.Ida);
        refused = await FluentActions.Awaiting(() => alone.UpdateAsync(rename)).Should().ThrowAsync<DkRefusedException>();
        (refused.Which.Refusal.Reason, refused.Which.Refusal.Field, refused.Which.Refusal.IsLocal).Should().Be((DkRefusalReason.LockedField, "name", false));
    }

    [Fact(Timeout = 60_000)]
    public async Task Phone_number_is_read_by_the_rules_of_the_new_country()
    {
        await using var world = World(builder => builder.Contact("AB1-DK", "Anna Bo", contact => contact with
        {
            Sponsor = RegistrarOperationFixture.Account,
            Address = contact.Address with { CountryCode = "GB" },
        }));
        var contact = (DkRegistrarContact)await world.Registrar.GetContactAsync("AB1-DK");

        await contact.UpdateAsync(new ContactChange { Voice = "020 7183 8750" });
        var inBritain = world.Dk.Registry.FindContact("AB1-DK")!.Voice;
        await contact.UpdateAsync(new ContactChange
        {
            Voice = "08-786 90 00",
            PostalInfo =
            [
                new ContactPostalInfoChange
                {
                    Type = ContactPostalInfoForm.Internationalized,
                    Address = new ContactAddress { StreetLines = ["Testgatan 1"], City = "Stockholm", PostalCode = "11120", CountryCode = "SE" },
                },
            ],
        });

        (inBritain, world.Dk.Registry.FindContact("AB1-DK")!.Voice).Should().Be(("+44.2071838750", "+46.87869000"));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(DkPersonKind.Individual, "DK", null, DkLockReason.Cpr)]
    [InlineData(DkPersonKind.Company, "DK", "24210375", DkLockReason.Cvr)]
    [InlineData(DkPersonKind.Company, "FR", "FR40303265045", DkLockReason.Vies)]
    [InlineData(DkPersonKind.Company, "US", "12345", null)]
    [InlineData(DkPersonKind.Individual, "GB", null, null)]
    public async Task Register_that_may_own_contact_data_is_reported(DkPersonKind kind, string country, string? number, DkLockReason? reason)
    {
        await using var world = World(builder => builder.Contact("AB1-DK", "Prøve", contact => contact with
        {
            Sponsor = RegistrarOperationFixture.Account,
            Kind = kind,
            Cvr = number,
            Address = contact.Address with { CountryCode = country },
            Verification = new DkVerification { Id = DkCheck.Completed, Email = DkCheck.Completed },
        }));

        var contact = await world.Registrar.GetContactAsync("AB1-DK");

        contact.Locks.Select(fieldLock => fieldLock.Reason).Distinct().Should().BeEquivalentTo(reason is { } expected ? [expected] : Array.Empty<DkLockReason>());
        contact.Locks.Should().NotContain(fieldLock => fieldLock.IsCertain);
    }

    [Fact(Timeout = 60_000)]
    public async Task Existing_contact_is_reused()
    {
        await using var world = World();
        DkNewIndividual person = new()
        {
            Name = "Bo Nielsen",
            Email = "bo@eksempel.dk",
            Voice = "20 20 20 20",
            Address = new ContactAddress { StreetLines = ["Testvej 2"], City = "Odense", PostalCode = "5000", CountryCode = "DK" },
        };

        var first = await world.Registrar.CreateOrReuseContactAsync(person);
        var second = await world.Registrar.CreateOrReuseContactAsync(person);
        var third = await world.Registrar.CreateContactAsync(person);

        (first.IsReused, second.IsReused, third.IsReused).Should().Be((false, true, false));
        second.Id.Should().Be(first.Id);
        third.Id.Should().NotBe(first.Id);
    }

    [Fact(Timeout = 60_000)]
    public async Task Expired_acceptance_of_terms_is_refused_locally()
    {
        await using var world = World();
        var application = new DkDomainApplication("ny.dk", RegistrarOperationFixture.Ida, world.Dk.Clock.GetUtcNow().AddDays(-31), [RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns2]);

        var refused = await FluentActions.Awaiting(() => world.Registrar.ApplyAsync(application)).Should().ThrowAsync<DkRefusedException>();

        refused.Which.Refusal.Reason.Should().Be(DkRefusalReason.OrderConfirmation);
        world.Client.Sent.Should().BeEmpty();
        (await world.Registrar.ApplyAsync(application with { TermsAccepted = world.Dk.Clock.GetUtcNow() })).Extension<DkDomainCreateResult>()!.TrackingNumber.Should().HaveLength(13);
    }

    [Fact(Timeout = 60_000)]
    public async Task Payer_renews_and_steps_down()
    {
        await using var world = World(builder => builder.Domain(RegistrarOperationFixture.Old, RegistrarOperationFixture.Kaj, [RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns2], domain => domain with { Expires = domain.Created.AddDays(20) }));
        var domain = await world.DomainAsync<DkRegistrantDomain>(RegistrarOperationFixture.Old);
        (domain.AsPayer, domain.AsAdmin).Should().Be((null, null));

        await domain.BecomePayerAsync();
        domain = await world.DomainAsync<DkRegistrantDomain>(RegistrarOperationFixture.Old);
        await domain.AsPayer!.RenewAsync();
        (await domain.BecomePayerAsync()).IsChange.Should().BeFalse();
        await domain.AsPayer.StepDownAsync();

        (await world.DomainAsync<DkRegistrantDomain>(RegistrarOperationFixture.Old)).AsPayer.Should().BeNull();
        world.Dk.Registry.FindDomain(RegistrarOperationFixture.Old)!.Expires!.Value.Year.Should().Be(2027);
    }

    [Fact(Timeout = 60_000)]
    public async Task Domain_is_transferred_with_a_token_or_without_if_allowed()
    {
        await using var world = World();
        var domain = await world.DomainAsync<DkRegistrantDomain>(RegistrarOperationFixture.Old);
        var refused = await FluentActions.Awaiting(() => domain.TransferAsync("OWN-TRANSFER-00000000000000000000000000000000")).Should().ThrowAsync<DkRefusedException>();
        refused.Which.Refusal.Reason.Should().Be(DkRefusalReason.Token);

        var ours = await domain.TransferAsync(world.Dk.Registry.Person(RegistrarOperationFixture.Kaj).CreateTransferToken(RegistrarOperationFixture.Old));

        ours.Info.Registrant.Should().NotBe(RegistrarOperationFixture.Kaj);
        (await ours.GetRegistrantAsync()).Should().BeOfType<DkRegistrarContact>();

        await using var closed = World(options: new DkRegistryOptions { AllowTransferWithoutToken = false });
        var old = await closed.DomainAsync<DkRegistrantDomain>(RegistrarOperationFixture.Old);
        refused = await FluentActions.Awaiting(() => old.TransferWithoutTokenAsync()).Should().ThrowAsync<DkRefusedException>();
        refused.Which.Refusal.Reason.Should().Be(DkRefusalReason.TokenRequired);
    }

    [Fact(Timeout = 60_000)]
    public async Task Offer_is_accepted_with_its_code()
    {
        await using var world = World(builder => builder.WaitingListOffer("efterspurgt.dk", RegistrarOperationFixture.Ida, "1a2b3c4d"));
        var offered = await world.DomainAsync<DkOfferedDomain>("efterspurgt.dk");
        var now = world.Dk.Clock.GetUtcNow();

        var refused = await FluentActions.Awaiting(() => offered.AcceptOfferAsync("00000000", RegistrarOperationFixture.Ida, now, [RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns2])).Should().ThrowAsync<DkRefusedException>();
        refused.Which.Refusal.Reason.Should().Be(DkRefusalReason.Token);
        refused.Which.ToString().Should().NotContain("00000000");

        (await offered.AcceptOfferAsync("1A2B3C4D", RegistrarOperationFixture.Ida, now, [RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns2])).Code.Should().Be(EppResultCode.ActionPending);
    }

    [Fact(Timeout = 60_000)]
    public async Task Missing_object_is_NotFound_with_either_code()
    {
        foreach (var quirk in new[] { false, true })
        {
            await using var world = World(options: new DkRegistryOptions { Quirks = new DkQuirks { MissingObjectIs2302 = quirk } });

            var refused = await FluentActions.Awaiting(() => world.Registrar.GetContactAsync("XX9-DK")).Should().ThrowAsync<DkRefusedException>();

            refused.Which.Refusal.Reason.Should().Be(DkRefusalReason.NotFound);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Sponsor_shown_by_name_is_another_registrar()
    {
        await using var world = World(
            builder => builder.Account("REG-100002").Contact("AN1-DK", "Anna", contact => contact with { Sponsor = "REG-100002" })
                .Hosts("REG-100002", "ns1.andre.example", "ns2.andre.example").Domain("andres.dk", "AN1-DK", ["ns1.andre.example", "ns2.andre.example"]),
            new DkRegistryOptions { Quirks = new DkQuirks { SponsorByName = true } });

        var domain = await world.DomainAsync<DkOtherRegistrarDomain>("andres.dk");

        domain.Model.Should().Be(DkHandlingModel.Unknown);
        domain.FindRefusal(DkOperation.RenewDomain)!.Reason.Should().Be(DkRefusalReason.MissingRole);
    }

    [Fact(Timeout = 60_000)]
    public async Task Host_addresses_are_set_and_a_new_manager_has_to_consent()
    {
        await using var world = World(builder => builder.Account("REG-100002"));
        var host = (DkRegistrarHost)await world.Registrar.GetHostAsync(RegistrarOperationFixture.Ns3);

        (await host.AsManager.SetAddressesAsync(["193.163.102.1"])).Responses.Should().ContainSingle();
        host = (DkRegistrarHost)await world.Registrar.GetHostAsync(RegistrarOperationFixture.Ns3);
        (await host.AsManager.SetAddressesAsync(["193.163.102.1"])).IsChange.Should().BeFalse();
        (await host.AsManager.RequestManagerAsync("REG-100002")).Code.Should().Be(EppResultCode.ActionPending);
        world.Dk.Registry.Person("REG-100002").Accept(RegistrarOperationFixture.Ns3);

        world.Dk.Registry.FindHost(RegistrarOperationFixture.Ns3)!.Manager.Should().Be("REG-100002");
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Both_schema_versions_return_the_same_types(bool respondsInVersion44)
    {
        await using var world = World(options: new DkRegistryOptions { Quirks = new DkQuirks { RespondInVersion44 = respondsInVersion44 } });
        var now = world.Dk.Clock.GetUtcNow();
        await world.Registrar.ApplyAsync(new DkDomainApplication("ÆØÅ.dk", RegistrarOperationFixture.Ida, now, [RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns2]) { AutoRenew = false });
        world.Dk.Registry.Advance(TimeSpan.FromMinutes(1));

        var domain = await world.DomainAsync<DkRegistrarDomain>("xn--5cab8c.dk");
        var token = await domain.CreateTransferTokenAsync();
        var registrant = await domain.GetRegistrantAsync();
        var message = DkPollEvent.From((await world.Client.PollAsync())!);

        (domain.Name.Unicode, domain.Details.AutoRenew).Should().Be(("æøå.dk", false));
        (token.Role(), token.Operation, token.HasEnded(now)).Should().Be((DkTokenRole.Registrar, DkAuthInfoOperation.Transfer, false));
        registrant.Details.UserType.Should().Be(DkUserType.Individual);
        message.Should().BeOfType<DkApplicationDecided>().Which.Risk.Should().NotBeNull();
        await domain.RemoveTransferTokenAsync();
        (await world.DomainAsync<DkRegistrarDomain>("æøå.dk")).Details.TransferToken.Should().BeNull();
    }

    [Fact]
    public void ToString_omits_the_waiting_list_code() =>
        new DkDomainApplication("efterspurgt.dk", RegistrarOperationFixture.Ida, default, []) { WaitingListCode = "1a2b3c4d" }.ToString().Should().NotContain("1a2b3c4d").And.Contain("efterspurgt.dk");

    [Theory]
    [InlineData("EPP-123")]
    [InlineData("DKHM1-DK")]
    [InlineData("IP100-DK")]
    public void Account_requires_a_registrar_handle(string handle) =>
        FluentActions.Invoking(() => new DkRegistrar(new CountingClient(null!), handle)).Should().Throw<ArgumentException>().WithMessage("*REG- and digits*");

    private protected RegistrarOperationFixture World(Action<DkRegistryBuilder>? seed = null, DkRegistryOptions? options = null) =>
        new(seed, (options ?? new DkRegistryOptions()) with { SpeaksVersion45 = speaksVersion45 });
}

/// <summary>The operations with dkhm-4.5, which the registry has used since 2026.</summary>
public sealed class RegistrarOperationTestsInVersion45() : RegistrarOperationTests(speaksVersion45: true)
{
    [Fact(Timeout = 60_000)]
    public async Task Only_the_responsible_registrar_reports_a_check()
    {
        await using var world = World(builder => builder.Contact("AB1-DK", "Anna Bo", contact => contact with
        {
            Sponsor = RegistrarOperationFixture.Account,
            Verification = new DkVerification { Responsible = DkResponsible.Registrar },
        }));
        var checkedByUs = (DkRegistrarContact)await world.Registrar.GetContactAsync("AB1-DK");
        var checkedByRegistry = (DkRegistrarContact)await world.Registrar.GetContactAsync(RegistrarOperationFixture.Ida);

        await checkedByUs.ReportVerifiedAsync();
        (await world.Registrar.GetContactAsync("AB1-DK")).Details.ContactVerification!.VerifiedId.Should().BeTrue();
        var refused = await FluentActions.Awaiting(() => checkedByRegistry.ReportVerifiedAsync()).Should().ThrowAsync<DkRefusedException>();
        refused.Which.Refusal.IsLocal.Should().BeTrue();
    }
}

/// <summary>The operations with dkhm-4.4 only, which has no verification of contacts.</summary>
public sealed class RegistrarOperationTestsInVersion44() : RegistrarOperationTests(speaksVersion45: false);
