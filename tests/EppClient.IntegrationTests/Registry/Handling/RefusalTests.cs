using EppClient.Dk;
using EppClient.Protocol;
using Reason = EppClient.Dk.DkRefusalReason;

namespace EppClient.IntegrationTests.Registry.Handling;

/// <summary>The registry's published codes and texts, and the reasons that they stand for.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(2201, "You do not have the privilege required to renew this domain", Reason.MissingRole)]
    [InlineData(2201, "No privilege. You are not authorized to change registrant", Reason.MissingRole)]
    [InlineData(2400, "You are not authorized to change that contact", Reason.MissingRole)]
    [InlineData(2400, "Permission denied to change email", Reason.MissingRole)]
    [InlineData(2004, "No privilege. You are not NSA for all nameservers (old and new)", Reason.MissingRole)]
    [InlineData(2305, "No NSA for domain is member of this registrar group", Reason.MissingRole)]
    [InlineData(2306, "Specifying contacts for registrar managed domains is not allowed", Reason.HandlingModel)]
    [InlineData(2306, "Specifying contacts for registrar handled domains is not allowed", Reason.HandlingModel)]
    [InlineData(2305, "Specified user handle not permitted when handled by registrar", Reason.HandlingModel)]
    [InlineData(2305, "Specified user handle not permitted without handling by registrar", Reason.HandlingModel)]
    [InlineData(2302, "Domain is already registrar managed.", Reason.HandlingModel)]
    [InlineData(2004, "dkhm.autorenew 'N' not allowed with dkhm:management choice \"registrant\"", Reason.HandlingModel)]
    [InlineData(2303, "Domain not found", Reason.NotFound)]
    [InlineData(2302, "Contact not found", Reason.NotFound)]
    [InlineData(2302, "Host does not exist", Reason.NotFound)]
    [InlineData(2303, "Cannot change registrar on non-existent domain", Reason.NotFound)]
    [InlineData(2302, "Domain Name is occupied", Reason.AlreadyExists)]
    [InlineData(2302, "DS set already exists", Reason.AlreadyExists)]
    [InlineData(2304, "Domain status prohibits operation", Reason.Status)]
    [InlineData(2304, "Domain delete already pending.", Reason.Status)]
    [InlineData(2304, "You do not have permissions to modify field: addr", Reason.LockedField)]
    [InlineData(2305, "Nameserver has active domains, cannot be deleted", Reason.InUse)]
    [InlineData(2202, "Supplied authinfo token is not valid for this domain/operation", Reason.Token)]
    [InlineData(2201, "Object is not eligible for transfer, no valid authinfo token", Reason.Token)]
    [InlineData(2202, "Invalid authorization information", Reason.Token)]
    [InlineData(2201, "Change of registrar without authinfo token is not currently allowed", Reason.TokenRequired)]
    [InlineData(2104, "Insufficient credit. Domain cannot be created.", Reason.Funds)]
    [InlineData(2104, "Billing failure", Reason.Funds)]
    [InlineData(2105, "Domain is not in a state where it can be renewed", Reason.RenewalWindow)]
    [InlineData(2306, "Given curExpDate 2026-11-30 does not match current expire date: 2027-11-30", Reason.RenewalWindow)]
    [InlineData(2306, "New expire date 2028-11-30 exceeds max 2028-01-25", Reason.RenewalWindow)]
    [InlineData(2001, "Invalid period 2. Must be within range", Reason.RenewalWindow)]
    [InlineData(2106, "Domain has unpaid invoices", Reason.NotTransferable)]
    [InlineData(2201, "The given handle/user ID cannot be used as registrant, due to missing/rejected ID control", Reason.UnusableRegistrant)]
    [InlineData(2201, "Registrar handle is not permitted for registrant role.", Reason.UnusableRegistrant)]
    [InlineData(2304, "Bad userid. User is in a registrar group", Reason.UnusableRegistrant)]
    [InlineData(2308, "Too few hosts.", Reason.NameServerSetup)]
    [InlineData(2303, "SOA Serial mismatch between responses.", Reason.NameServerSetup)]
    [InlineData(2303, "Problem with nameserver setup: (NS) not found.", Reason.NameServerSetup)]
    [InlineData(2004, "Invalid or inactive nameserver: ns1.example.com", Reason.NameServerSetup)]
    [InlineData(2004, "dkhm:orderconfirmationToken: >1< exceeds allowed threshold", Reason.OrderConfirmation)]
    [InlineData(2308, "Multiple operations perfomed in one request: (ns, ds)", Reason.MixedOperations)]
    [InlineData(2306, "Change of registrant cannot be combined with other changes", Reason.MixedOperations)]
    [InlineData(2003, "Value required for extension.dkhm:CVR", Reason.InvalidValue)]
    [InlineData(2005, "Invalid CVR number", Reason.InvalidValue)]
    [InlineData(2101, "Unimplemented command", Reason.NotImplemented)]
    [InlineData(2400, "Internal error.", Reason.RegistryFault)]
    [InlineData(2999, "Something new", Reason.Other)]
    public void Published_answer_has_its_reason(int code, string text, Reason reason)
    {
        var refusal = DkRefusal.From(Answer(code, text))!;

        (refusal.Reason, refusal.IsLocal).Should().Be((reason, false));
        refusal.Explanation.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData(2503, "Domain not found; Disconnect due to too many errors", Reason.NotFound)]
    [InlineData(2501, "You do not have the privilege required to renew this domain; Disconnect due to too many errors", Reason.Other)]
    [InlineData(2506, "Specifying contacts for registrar managed domains is not allowed; Disconnect due to too many errors", Reason.HandlingModel)]
    [InlineData(2504, "You do not have permissions to modify field: addr; Disconnect due to too many errors", Reason.LockedField)]
    public void Closing_code_has_the_reason_of_its_text_and_is_not_guessed_at_where_that_is_unknown(int code, string text, Reason reason) =>
        DkRefusal.From(Answer(code, text))!.Reason.Should().Be(reason);

    [Fact]
    public void Locked_field_is_named()
    {
        DkRefusal.From(Answer(2304, "You do not have permissions to modify field: CVR"))!.Field.Should().Be("CVR");
        DkRefusal.From(Answer(2504, "You do not have permissions to modify field: CVR; Disconnect due to too many errors"))!.Field.Should().Be("CVR");
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1501)]
    public void Success_is_no_refusal(int code) => DkRefusal.From(Answer(code, "Command completed successfully")).Should().BeNull();

    private static EppResponse Answer(int code, string text) =>
        new(new EppResponseContent { Results = [new EppResult { Code = new EppResultCode(code), Message = text }], ServerTransactionId = "SV-1" }, pending: null);
}
