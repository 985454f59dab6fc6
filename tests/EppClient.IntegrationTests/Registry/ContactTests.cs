using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Commands;
using EppClient.Dk.Testing.Requests;
using EppClient.Dk.Testing.Results;

namespace EppClient.IntegrationTests.Registry;

public sealed class ContactTests
{
    [Fact]
    public void Auto_reuses_an_identical_contact_and_force_does_not()
    {
        var world = new DkRegistryFixture();
        var first = world.CreateContact(request => request);
        first.ShouldBe(1000, "Contact created.");

        var second = world.CreateContact(request => request with { Id = "auto" });
        second.ShouldBe(1000, "Contact already exists. Please re-use.");
        second.Payload.Should().Be(first.Payload);
        world.CreateContact(request => request with { Id = "auto", Fields = request.Fields with { Voice = "+45.20202021" } }).ShouldBe(1000, "Contact created.");
        world.CreateContact(request => request).ShouldBe(1000, "Contact created.");
        world.CreateContact(request => request with { Id = "BN1-DK" }).ShouldBe(2306, "Parameter value policy error");
    }

    [Fact]
    public void Handle_starts_with_the_initials()
    {
        var created = (CreatedView)new DkRegistryFixture().CreateContact(request => request).Payload!;

        created.Name.Should().MatchRegex("^BN[0-9]+-DK$");
    }

    [Fact]
    public void Create_checks_the_fields_that_the_kind_of_person_requires()
    {
        var world = new DkRegistryFixture(new DkRegistryOptions { Companies = [new DkCompany("24210375", "Eksempel A/S", "1000000001", "1000000002")] });

        world.CreateContact(request => request with { Fields = request.Fields with { Kind = null } }).Code.Should().Be(2003);
        Company(world, null).ShouldBe(2003, "Value required for extension.dkhm:CVR");
        Company(world, "1234").ShouldBe(2005, "Invalid CVR number");
        Company(world, "24210375").ShouldBe(2005, "Name and CVR number does not match");
        Company(world, "24210375", "Eksempel A/S").ShouldBe(2005, "You need to specify pnumber");
        Company(world, "24210375", "Eksempel A/S", "1000000002").ShouldBe(1000, "Contact created.");
        world.CreateContact(request => request with { Fields = request.Fields with { Cvr = "24210375" } }).Code.Should().Be(2306);
        world.CreateContact(request => request with { Fields = request.Fields with { SoleProprietorship = false } }).Code.Should().Be(2306);
        world.CreateContact(request => request with { Fields = request.Fields with { VerifiedId = true } })
            .ShouldBe(2306, "Same value required for both verified_id and verified_email.");
    }

    [Fact]
    public void Verified_contact_is_not_checked_again()
    {
        var world = new DkRegistryFixture();
        var handle = ((CreatedView)world.CreateContact(request => request with { Fields = request.Fields with { VerifiedId = true, VerifiedEmail = true } }).Payload!).Name;

        var contact = world.Registry.FindContact(handle)!;
        contact.Verification.Id.Should().Be(DkCheck.Completed);
        contact.Lock.Should().Be(DkRegisterLock.Cpr);
        world.Drain().Should().BeEmpty();
    }

    [Fact]
    public void Expired_check_suspends_the_domains_without_restore()
    {
        var world = new DkRegistryFixture();
        var handle = ((CreatedView)world.CreateContact(request => request).Payload!).Name;
        world.Create("nyt.dk", request => request with { Registrant = handle });

        world.Registry.Advance(TimeSpan.FromDays(31));

        world.Drain().Select(message => message.Text).Should().Contain($"The mandatory ID and data check of {handle} has expired - registry");
        var statuses = world.Info("nyt.dk").Statuses;
        statuses.Should().Contain(["pendingDelete", "serverUpdateProhibited"]).And.NotContain("redemptionPeriod");
        world.Restore("nyt.dk").Code.Should().Be(2201);
        world.Create("andet.dk", request => request with { Registrant = handle })
            .ShouldBe(2201, "Contact has previously failed ID control and cannot become registrant.");
    }

    [Fact]
    public void New_email_is_pending_until_confirmed_and_other_changes_apply_at_once()
    {
        var world = new DkRegistryFixture();

        world.UpdateContact(DkRegistryFixture.Checked, request => request with { Email = "ny@eksempel.dk", Fields = request.Fields with { Voice = "+45.30303030" } })
            .ShouldBe(1001, "Command completed. Pending e-mail-address verification.");

        var contact = world.Registry.FindContact(DkRegistryFixture.Checked)!;
        contact.Voice.Should().Be("+45.30303030");
        contact.Email.Should().NotBe("ny@eksempel.dk");
        contact.Verification.NewEmail!.Expires.Should().Be(new DateTimeOffset(2026, 11, 24, 22, 59, 59, TimeSpan.Zero));
        world.Registry.Person(DkRegistryFixture.Checked).ConfirmEmail();

        world.Registry.FindContact(DkRegistryFixture.Checked)!.Email.Should().Be("ny@eksempel.dk");
        world.Drain().Select(message => message.Text).Should().Equal(
            "IP100-DK has to confirm the new primary email, ny@eksempel.dk, to complete the update - registry",
            "IP100-DK has confirmed the new primary email, ny@eksempel.dk - registry");
    }

    [Fact]
    public void Unconfirmed_new_email_is_dropped()
    {
        var world = new DkRegistryFixture();
        world.UpdateContact(DkRegistryFixture.Checked, request => request with { Fields = request.Fields with { SecondaryEmail = "ny@eksempel.dk" } }).Code.Should().Be(1001);

        world.Registry.Advance(TimeSpan.FromDays(2));

        world.Drain().Select(message => message.Text).Should().Equal(
            "IP100-DK has to confirm new secondary email, ny@eksempel.dk, to complete the update - registry",
            "The new secondary email, ny@eksempel.dk, was not confirmed for IP100-DK - registry");
        world.Registry.FindContact(DkRegistryFixture.Checked)!.SecondaryEmail.Should().BeNull();
    }

    [Fact]
    public void Locked_fields_and_contacts_of_other_portfolios_cannot_be_changed()
    {
        var world = new DkRegistryFixture();
        IReadOnlyList<PostalForm> newName = [new PostalForm(false, "Ida Ny", null, null)];

        world.UpdateContact(DkRegistryFixture.Checked, request => request with { PostalForms = newName })
            .ShouldBe(2304, "You do not have permissions to modify field: name");
        world.UpdateContact(DkRegistryFixture.Foreign, request => request with { PostalForms = newName }).ShouldSucceed();
        world.UpdateContact(DkRegistryFixture.Checked, request => request with { Fields = request.Fields with { Voice = "+45.30303030" } }, DkRegistryFixture.UserTwo)
            .ShouldBe(2201, "You are not authorized to change that contact");
        world.UpdateContact("XX1-DK", request => request).Code.Should().Be(2303);
        world.UpdateContact(DkRegistryFixture.Checked, request => request with { Fields = request.Fields with { VerifiedId = true, VerifiedEmail = true } })
            .ShouldBe(2304, "You do not have permissions to modify field: contact_verification");
    }

    [Fact]
    public void Responsible_registrar_confirms_and_verifies_its_contacts()
    {
        var world = new DkRegistryFixture(seed: builder => builder
            .Account(DkRegistryFixture.One, configure: account => account with { Responsible = DkResponsible.Registrar }));
        var handle = ((CreatedView)world.CreateContact(request => request).Payload!).Name;

        world.UpdateContact(handle, request => request with { Email = "ny@eksempel.dk" }).ShouldSucceed();
        world.UpdateContact(handle, request => request with { Fields = request.Fields with { VerifiedId = true, VerifiedEmail = true } }).ShouldSucceed();

        world.Registry.FindContact(handle)!.Should().BeEquivalentTo(new { Email = "ny@eksempel.dk", Verification = new { Id = DkCheck.Completed, Email = DkCheck.Completed } });
        world.Drain().Select(message => message.Text).Should().Equal(
            $"{handle} has to complete the mandatory ID and data check - registrar",
            $"{handle} has completed the mandatory ID check - registrar");
    }

    [Fact]
    public void Email_changed_by_the_responsible_registrar_is_verified()
    {
        var world = new DkRegistryFixture(seed: builder => builder.Contact("AB1-DK", "Anna Bo", contact => contact with
        {
            Sponsor = DkRegistryFixture.One,
            Verification = new DkVerification { Responsible = DkResponsible.Registrar, Id = DkCheck.NotRequired, Email = DkCheck.NotRequired },
        }));

        world.UpdateContact("AB1-DK", request => request with { Email = "ny@eksempel.dk" }).ShouldSucceed();

        world.Registry.FindContact("AB1-DK")!.Verification.Should().BeEquivalentTo(new { Id = DkCheck.NotRequired, Email = DkCheck.Completed });
    }

    [Fact]
    public void Verification_can_be_reported_if_none_was_required()
    {
        var world = new DkRegistryFixture(seed: builder => builder.Contact("AB1-DK", "Anna Bo", contact => contact with
        {
            Sponsor = DkRegistryFixture.One,
            Verification = new DkVerification { Responsible = DkResponsible.Registrar, Id = DkCheck.NotRequired, Email = DkCheck.NotRequired },
        }));

        world.UpdateContact("AB1-DK", request => request with { Fields = request.Fields with { VerifiedId = true, VerifiedEmail = true } }).ShouldSucceed();

        world.Registry.FindContact("AB1-DK")!.Should().BeEquivalentTo(new { Verification = new { Id = DkCheck.Completed, Email = DkCheck.Completed }, Lock = DkRegisterLock.Cpr });
        world.Drain().Should().BeEmpty("no check was pending");
    }

    [Fact]
    public void Identity_check_and_data_check_complete_separately()
    {
        var world = new DkRegistryFixture();
        var handle = ((CreatedView)world.CreateContact(request => request).Payload!).Name;
        world.Create("nyt.dk", request => request with { Registrant = handle });
        world.Registry.Advance(TimeSpan.FromSeconds(5));

        world.Registry.Person(handle).CompleteChecks(DkChecks.Data);
        var half = world.Registry.FindContact(handle)!;
        var isOnHold = world.Registry.FindDomain("nyt.dk")!.IsOnHold;
        world.Registry.Person(handle).CompleteChecks(DkChecks.Identity);

        (half.Verification.Id.Status, half.Verification.Email.Status, isOnHold).Should().Be((DkCheckStatus.Pending, DkCheckStatus.Completed, true));
        world.Registry.FindDomain("nyt.dk")!.IsOnHold.Should().BeFalse();
        world.Drain().Select(message => message.Text).Should().ContainInOrder(
            $"{handle} has completed the mandatory data check - registry", $"{handle} has completed the mandatory ID check - registry", "nyt.dk has been activated");
        FluentActions.Invoking(() => world.Registry.Person(handle).CompleteChecks(DkChecks.Data)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Rejected_check_suspends_the_domains_until_it_is_passed()
    {
        var world = new DkRegistryFixture();
        var handle = ((CreatedView)world.CreateContact(request => request).Payload!).Name;
        world.Create("nyt.dk", request => request with { Registrant = handle });
        world.Registry.Advance(TimeSpan.FromSeconds(5));

        world.Registry.Person(handle).FailIdCheck();

        world.Info("nyt.dk").Statuses.Should().Contain(["pendingDelete", "serverHold", "serverUpdateProhibited"]).And.NotContain("redemptionPeriod");
        world.Restore("nyt.dk").Code.Should().Be(2201);
        world.Drain().Select(message => message.Text).Should().ContainInOrder(
            $"The mandatory ID check of {handle} was rejected - registry", "nyt.dk has been suspended, as the registrant has not completed the ID/data check on time");
        world.Registry.Person(handle).CompleteIdCheck();
        world.Info("nyt.dk").Statuses.Should().NotContain("pendingDelete");
    }

    [Fact]
    public void Auto_compares_only_the_published_fields_and_prefers_the_own_portfolio()
    {
        var world = new DkRegistryFixture(seed: builder => builder.Contact("AB1-DK", "Anna Bo"));
        ContactCreateRequest Like(string id) => DkRegistryFixture.NewContact() with
        {
            Id = id,
            Email = "AB1-DK@eksempel.dk",
            Fields = new ContactFields { Kind = DkPersonKind.Individual, Voice = world.Registry.FindContact("AB1-DK")!.Voice },
            PostalForms = [new PostalForm(false, "Anna Bo", null, world.Registry.FindContact("AB1-DK")!.Address)],
        };

        var found = (CreatedView)world.CreateContact(_ => Like("auto")).Payload!;
        var own = (CreatedView)world.CreateContact(_ => Like("force")).Payload!;
        var again = (CreatedView)world.CreateContact(_ => Like("auto")).Payload!;

        (found.Name, again.Name).Should().Be(("AB1-DK", own.Name));
    }

    [Fact]
    public void Info_shows_registrants_to_all_and_other_contacts_to_their_registrar()
    {
        var world = new DkRegistryFixture();

        ContactOf(world, DkRegistryFixture.Checked, DkRegistryFixture.UserOne).IsRelated.Should().BeTrue();
        ContactOf(world, DkRegistryFixture.Checked, DkRegistryFixture.UserTwo).IsRelated.Should().BeFalse();
        world.Send(call => InfoHandler.Contact(call, DkRegistryFixture.Foreign), DkRegistryFixture.UserTwo).ShouldBe(2201, "Unauthorized");
        world.Send(call => InfoHandler.Contact(call, "XX1-DK")).ShouldBe(2303, "Contact not found");
    }

    private static ContactView ContactOf(DkRegistryFixture world, string handle, string user) =>
        world.Send(call => InfoHandler.Contact(call, handle), user).Payload.Should().BeOfType<ContactView>().Subject;

    private static DkResult Company(DkRegistryFixture world, string? cvr, string? name = null, string? pNumber = null) => world.CreateContact(request => request with
    {
        Fields = request.Fields with { Kind = DkPersonKind.Company, Cvr = cvr, PNumber = pNumber },
        PostalForms = [request.PostalForms[0] with { Name = name ?? request.PostalForms[0].Name }],
    });
}
