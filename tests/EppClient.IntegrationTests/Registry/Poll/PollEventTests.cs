using EppClient.Dk;
using static EppClient.IntegrationTests.Registry.Poll.PollMessages;

namespace EppClient.IntegrationTests.Registry.Poll;

/// <summary>Every published kind of poll message is read as its event.</summary>
public sealed class PollEventTests
{
    private const string Name = "eksempel.dk";
    private const string Id = "IP100-DK";
    private const string Host = "ns1.eksempel.dk";

    [Theory]
    [InlineData("eksempel.dk has been registered and activated", true, "BLUE", DkApplicationDecision.Activated, DkRegistrantCheck.Done)]
    [InlineData("eksempel.dk has been registered and activated", true, "GREEN", DkApplicationDecision.Activated, DkRegistrantCheck.NotNeeded)]
    [InlineData("eksempel.dk has been registered, but not activated due to pending ID and/or data check", true, "BLUE", DkApplicationDecision.RegisteredUntilChecked, DkRegistrantCheck.InDenmark)]
    [InlineData("eksempel.dk has been registered, but not activated due to pending ID and/or data check", true, "RED", DkApplicationDecision.RegisteredUntilChecked, DkRegistrantCheck.Abroad)]
    [InlineData("eksempel.dk has been registered, but not activated due to pending ID and/or data check", true, "YELLOW", DkApplicationDecision.RegisteredUntilChecked, DkRegistrantCheck.Abroad)]
    [InlineData("eksempel.dk has been registered, but not activated due to pending ID and/or data check", true, "N/A", DkApplicationDecision.RegisteredUntilChecked, DkRegistrantCheck.NotAssessed)]
    [InlineData("The application for eksempel.dk has been rejected, as the domain was already taken", false, "", DkApplicationDecision.AlreadyTaken, DkRegistrantCheck.Unknown)]
    [InlineData("The application for eksempel.dk has been rejected, as the user and domain handling mismatched", false, "", DkApplicationDecision.HandlingMismatch, DkRegistrantCheck.Unknown)]
    [InlineData("The application for eksempel.dk has been cancelled, as the registrant has not accepted our terms and conditions in time", false, "", DkApplicationDecision.TermsNotAccepted, DkRegistrantCheck.Unknown)]
    [InlineData("The application for eksempel.dk has been cancelled", false, "", DkApplicationDecision.Cancelled, DkRegistrantCheck.Unknown)]
    public void Decision_about_an_application(string text, bool succeeded, string risk, DkApplicationDecision decision, DkRegistrantCheck check)
    {
        foreach (var version in new[] { "4.5", "4.4" })
        {
            var read = Read(text, Pan("domain", Name, succeeded), risk, version: version).Should().BeOfType<DkApplicationDecided>().Subject;

            (read.Decision, read.Check, read.Subject).Should().Be((decision, check, Name));
            read.Outcome!.Succeeded.Should().Be(succeeded);
            read.Outcome.TransactionId.ServerTransactionId.Should().Be("SV-1");
        }
    }

    [Theory]
    [InlineData("The registrant has been changed to BQ2-DK for eksempel.dk", DkDecision.Done)]
    [InlineData("The registrant has not been changed to BQ2-DK for eksempel.dk, as the mandatory ID and/or data check was not completed in time", DkDecision.NotInTime)]
    [InlineData("The registrant has not been changed to BQ2-DK for eksempel.dk, as the mandatory ID and/or data check was rejected", DkDecision.Rejected)]
    [InlineData("The registrant has not been changed to BQ2-DK for eksempel.dk, as the mandatory ID and/or data check was not completed", DkDecision.NotCompleted)]
    [InlineData("eksempel.dk has been transferred to new registrant BQ2-DK", DkDecision.Done)]
    [InlineData("The transfer of eksempel.dk to the new registrant BQ2-DK has been cancelled, as the mandatory ID check was not completed in time", DkDecision.NotInTime)]
    [InlineData("The transfer of eksempel.dk to the new registrant BQ2-DK has been cancelled, as the mandatory ID check was rejected", DkDecision.Rejected)]
    [InlineData("The transfer of eksempel.dk to the new registrant BQ2-DK has been cancelled, as the mandatory ID check was not completed", DkDecision.NotCompleted)]
    public void Decision_about_a_change_of_registrant_in_current_and_older_texts(string text, DkDecision decision)
    {
        var read = Read(text, Pan("domain", Name, decision == DkDecision.Done)).Should().BeOfType<DkRegistrantChangeDecided>().Subject;

        (read.Decision, read.Registrant, read.Subject, read.IsTooLate).Should().Be((decision, "BQ2-DK", Name, decision == DkDecision.NotInTime));
    }

    [Fact]
    public void Change_of_a_domain_by_another_party()
    {
        Read("eksempel.dk has been activated", DomainInfo(Name)).Should().BeOfType<DkDomainActivated>();
        Read("eksempel.dk has been updated", DomainInfo(Name)).Should().BeOfType<DkDomainUpdated>();
        Read("DS records has been changed for eksempel.dk", DomainInfo(Name)).Should().BeOfType<DkDsRecordsChanged>();
        Read("REG-100001 has been removed as billing contact for eksempel.dk", DomainInfo(Name)).Should().BeOfType<DkPayerRemoved>().Which.Payer.Should().Be("REG-100001");
        var servers = Read("Name servers has been changed for eksempel.dk, from ns1.a.dk, ns2.a.dk to ns1.æ.dk, ns2.b.dk, ns3.b.dk", DomainInfo(Name))
            .Should().BeOfType<DkNameServersChanged>().Subject;
        servers.Before.Select(server => server.Ascii).Should().Equal("ns1.a.dk", "ns2.a.dk");
        servers.After.Select(server => server.Unicode).Should().Equal("ns1.æ.dk", "ns2.b.dk", "ns3.b.dk");
    }

    [Fact]
    public void Change_of_the_portfolio()
    {
        Read("eksempel.dk has been added to your portfolio", Transfer(Name, "REG-100001")).Should().BeOfType<DkPortfolioChanged>().Which.IsGain.Should().BeTrue();
        Read("eksempel.dk has been removed from your portfolio", Transfer(Name, "REG-100002")).Should().BeOfType<DkPortfolioChanged>()
            .Which.Should().Match<DkPortfolioChanged>(change => change.IsGain == false && change.Transfer!.RequestingClientId == "REG-100002");
    }

    [Fact]
    public void End_of_a_deletion()
    {
        Read("eksempel.dk has been deleted", Pan("domain", Name, succeeded: true)).Should().BeOfType<DkDomainDeleted>().Which.Outcome.Should().NotBeNull();
        Read("eksempel.dk has been deleted", DomainInfo(Name)).Should().BeOfType<DkDomainDeleted>().Which.Outcome.Should().BeNull();
        Read("eksempel.dk has been extended and cancellation stopped", Pan("domain", Name, succeeded: true)).Should().BeOfType<DkDeletionStopped>().Which.WasRestored.Should().BeFalse();
        Read("eksempel.dk has been restored, extended and cancellation stopped", Pan("domain", Name, succeeded: true)).Should().BeOfType<DkDeletionStopped>().Which.WasRestored.Should().BeTrue();
    }

    [Theory]
    [InlineData("IP100-DK has to confirm the new primary email, ny@eksempel.dk, to complete the update - registry", null, DkEmailChangeState.Waiting, false)]
    [InlineData("IP100-DK has confirmed the new primary email, ny@eksempel.dk - registry", true, DkEmailChangeState.Confirmed, false)]
    [InlineData("The new primary email, ny@eksempel.dk, was not confirmed for IP100-DK - registry", false, DkEmailChangeState.NotConfirmed, false)]
    [InlineData("IP100-DK has to confirm new secondary email, ny@eksempel.dk, to complete the update - registry", null, DkEmailChangeState.Waiting, true)]
    [InlineData("IP100-DK has confirmed the new secondary email, ny@eksempel.dk - registry", true, DkEmailChangeState.Confirmed, true)]
    [InlineData("The new secondary email, ny@eksempel.dk, was not confirmed for IP100-DK - registry", false, DkEmailChangeState.NotConfirmed, true)]
    public void Change_of_email(string text, bool? outcome, DkEmailChangeState state, bool isSecondary)
    {
        var read = Read(text, outcome is { } succeeded ? Pan("contact", Id, succeeded) : ContactInfo(Id)).Should().BeOfType<DkEmailChange>().Subject;

        (read.State, read.IsSecondary, read.Email, read.Subject).Should().Be((state, isSecondary, "ny@eksempel.dk", Id));
        read.Responsible.Should().Be(DkVerificationResponsible.Registry);
        (read.Outcome?.Succeeded).Should().Be(outcome);
        read.ToString().Should().NotContain("@");
    }

    [Theory]
    [InlineData("IP100-DK has to complete the mandatory {0} - registrar", DkContactCheckState.Required)]
    [InlineData("The mandatory {0} of IP100-DK has expired - registrar", DkContactCheckState.Expired)]
    [InlineData("IP100-DK has completed the mandatory {0} - registrar", DkContactCheckState.Completed)]
    [InlineData("The mandatory {0} of IP100-DK was cancelled - registrar", DkContactCheckState.Cancelled)]
    [InlineData("The mandatory {0} of IP100-DK was rejected - registrar", DkContactCheckState.Rejected)]
    public void Check_of_a_contact(string text, DkContactCheckState state)
    {
        foreach (var (words, kind) in new[] { ("ID and data check", DkContactCheckKind.IdAndData), ("ID check", DkContactCheckKind.Id), ("data check", DkContactCheckKind.Data) })
        {
            var read = Read(text.Replace("{0}", words, StringComparison.Ordinal), ContactInfo(Id)).Should().BeOfType<DkContactCheck>().Subject;

            (read.State, read.Kind, read.Subject).Should().Be((state, kind, Id));
            read.Responsible.Should().Be(DkVerificationResponsible.Registrar);
        }
    }

    [Fact]
    public void Other_messages_about_a_contact()
    {
        Read("The contact information has been updated for IP100-DK", ContactInfo(Id)).Should().BeOfType<DkContactDataUpdated>();
        Read("IP100-DK has been deleted", ContactInfo(Id)).Should().BeOfType<DkContactDeleted>();
        Read("Email delivery (failed) bad_checksum for the primary email, a@eksempel.dk, of IP100-DK. Please review and correct the email address.", ContactInfo(Id))
            .Should().BeOfType<DkEmailBounced>().Which.Should().Match<DkEmailBounced>(bounce => bounce.Cause == "bad_checksum" && !bounce.IsSecondary && bounce.Email == "a@eksempel.dk");
        Read("Email delivery (failed) antispam for the secondary email, a@eksempel.dk, of IP100-DK. Please review and correct the email address.", ContactInfo(Id))
            .Should().BeOfType<DkEmailBounced>().Which.IsSecondary.Should().BeTrue();
    }

    [Theory]
    [InlineData("The name server ns1.eksempel.dk has been registered, as the registrant has approved it", DkDecision.Done, DkHostDecider.Registrant, null)]
    [InlineData("The name server ns1.eksempel.dk has not been registered, as it has been rejected by the registrant", DkDecision.Rejected, DkHostDecider.Registrant, null)]
    [InlineData("The name server ns1.eksempel.dk has not been registered, as it was not approved by the registrant in time", DkDecision.NotInTime, DkHostDecider.Registrant, null)]
    [InlineData("The name server ns1.eksempel.dk has been registered, as the registrant has approved it and REG-100002 has accepted the name server manager role", DkDecision.Done, DkHostDecider.Registrant | DkHostDecider.Manager, "REG-100002")]
    [InlineData("The name server ns1.eksempel.dk has not been registered, as the name server manager role has been rejected", DkDecision.Rejected, DkHostDecider.Manager, null)]
    [InlineData("The name server ns1.eksempel.dk has not been registered, as the name server manager role was not accepted in time", DkDecision.NotInTime, DkHostDecider.Manager, null)]
    [InlineData("The name server ns1.eksempel.dk has been registered, as IP100-DK has accepted the name server manager role", DkDecision.Done, DkHostDecider.Manager, "IP100-DK")]
    public void Decision_about_the_registration_of_a_host(string text, DkDecision decision, DkHostDecider decider, string? manager)
    {
        var read = Read(text, Pan("host", Host, decision == DkDecision.Done)).Should().BeOfType<DkHostRegistrationDecided>().Subject;

        (read.Decision, read.Decider, read.Manager, read.Subject).Should().Be((decision, decider, manager, Host));
    }

    [Theory]
    [InlineData("The name server manager role for ns1.eksempel.dk has been accepted by IP100-DK", DkDecision.Done)]
    [InlineData("The name server manager role for ns1.eksempel.dk has been rejected by IP100-DK", DkDecision.Rejected)]
    [InlineData("The name server manager role for ns1.eksempel.dk has not been accepted by IP100-DK in time", DkDecision.NotInTime)]
    public void Decision_of_the_manager_of_a_host(string text, DkDecision decision) =>
        Read(text, Pan("host", Host, decision == DkDecision.Done)).Should().BeOfType<DkHostManagerDecided>()
            .Which.Should().Match<DkHostManagerDecided>(read => read.Decision == decision && read.Manager == Id && read.Subject == Host);

    [Fact]
    public void Host_is_deleted() => Read("The name server ns1.eksempel.dk has been deleted", HostInfo(Host)).Should().BeOfType<DkHostDeleted>();
}
