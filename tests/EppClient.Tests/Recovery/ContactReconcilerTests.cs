using EppClient.Commands;
using static EppClient.EppReconciliationStatus;

namespace EppClient.Tests.Recovery;

/// <summary>The outcomes of contact commands.</summary>
public sealed class ContactReconcilerTests
{
    private static readonly DateTimeOffset Before = FakeRegistryQueries.WrittenAt.AddDays(-10);
    private static readonly DateTimeOffset Since = FakeRegistryQueries.WrittenAt.AddSeconds(1);

    private static readonly ContactAddress Address =
        new() { StreetLines = ["Testvej 1", "2. th."], City = "Odense", PostalCode = "5000", StateOrProvince = "Fyn", CountryCode = "DK" };

    [Theory]
    [InlineData("+45.2", Applied)]
    [InlineData("+45.1", NotApplied)]
    public async Task Update_is_compared_with_its_changes(string voice, EppReconciliationStatus expected)
    {
        var registry = new FakeRegistryQueries().Respond(1000, Contact() with { Voice = voice, UpdatedDate = Before });
        var change = new ContactChange { Voice = "+45.2", AuthInfo = ContactAuthInfo.FromPassword("Geheim-1") };

        (await registry.ReconcileAsync(new ContactUpdate { Id = "C1", Change = change })).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Part_of_an_update_that_the_response_does_not_show_is_named(bool hasAuthInfo, bool hasDisclosure)
    {
        var registry = new FakeRegistryQueries().Respond(1000, Contact() with { Voice = "+45.2", UpdatedDate = Before });
        var change = new ContactChange
        {
            Voice = "+45.2",
            AuthInfo = hasAuthInfo ? ContactAuthInfo.FromPassword("Geheim-1") : null,
            Disclosure = hasDisclosure ? new ContactDisclosure { Allowed = false } : null,
        };

        var explanation = (await registry.ReconcileAsync(new ContactUpdate { Id = "C1", Change = change })).Explanation;

        explanation.Contains("authorization information", StringComparison.Ordinal).Should().Be(hasAuthInfo);
        explanation.Contains("disclosure", StringComparison.Ordinal).Should().Be(hasDisclosure);
    }

    public static TheoryData<ContactPostalInfo, EppReconciliationStatus> Shown() => new()
    {
        { Postal(), Applied },
        { Postal() with { Name = "Bo" }, NotApplied },
        { Postal() with { Organization = "Bo ApS" }, NotApplied },
        { Postal() with { Address = Address with { StreetLines = ["Testvej 1"] } }, NotApplied },
        { Postal() with { Address = Address with { City = "Aarhus" } }, NotApplied },
        { Postal() with { Address = Address with { CountryCode = "SE" } }, NotApplied },
        { Postal() with { Address = Address with { PostalCode = "5001" } }, NotApplied },
        { Postal() with { Address = Address with { StateOrProvince = "Jylland" } }, NotApplied },
    };

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task Every_part_of_postal_information_is_compared(ContactPostalInfo shown, EppReconciliationStatus expected)
    {
        var change = new ContactPostalInfoChange { Type = ContactPostalInfoForm.Localized, Name = "Ida", Organization = "Ida ApS", Address = Address };

        (await UpdateAsync(new ContactChange { PostalInfo = [change] }, shown)).Status.Should().Be(expected);
    }

    [Fact]
    public async Task Values_that_the_update_does_not_change_are_not_compared()
    {
        var change = new ContactPostalInfoChange { Type = ContactPostalInfoForm.Localized, Name = "Ida" };

        (await UpdateAsync(new ContactChange { PostalInfo = [change] }, Postal() with { Organization = "Bo ApS" })).Status.Should().Be(Applied);
    }

    [Fact]
    public async Task Postal_information_is_compared_with_the_sent_form_or_the_only_form()
    {
        var change = new ContactChange { PostalInfo = [new ContactPostalInfoChange { Type = ContactPostalInfoForm.Localized, Name = "Ida" }] };
        var other = Postal() with { Type = ContactPostalInfoForm.Internationalized, Name = "Bo" };

        (await UpdateAsync(change, other, Postal())).Status.Should().Be(Applied);
        (await UpdateAsync(change, other with { Name = "Ida" })).Status.Should().Be(Applied);
        (await UpdateAsync(change)).Explanation.Should().NotContain("postal information", "none is shown");
    }

    [Theory]
    [InlineData("clientUpdateProhibited", Applied)]
    [InlineData("clientDeleteProhibited", NotApplied)]
    public async Task Added_statuses_must_be_present_and_removed_statuses_absent(string shown, EppReconciliationStatus expected)
    {
        var update = new ContactUpdate
        {
            Id = "C1",
            Add = new ContactUpdateItems { Statuses = [ContactStatusValue.ClientUpdateProhibited] },
            Remove = new ContactUpdateItems { Statuses = [ContactStatusValue.ClientDeleteProhibited] },
        };
        var registry = new FakeRegistryQueries().Respond(1000, Contact() with { Statuses = [new ContactStatusValue(shown)], UpdatedDate = Before });

        var reconciliation = await registry.ReconcileAsync(update);

        reconciliation.Status.Should().Be(expected);
        reconciliation.Explanation.Should().Contain("clientUpdateProhibited added").And.Contain("clientDeleteProhibited removed");
    }

    [Theory]
    [InlineData("a@b.example", Applied)]
    [InlineData("c@d.example", Indeterminate)]
    public async Task Create_is_verified_by_the_email_address(string email, EppReconciliationStatus expected)
    {
        var registry = new FakeRegistryQueries().Respond(1000, Contact() with { CreatedDate = Since });
        var create = new ContactCreate { Id = "C1", PostalInfo = [], Email = email, AuthInfo = ContactAuthInfo.FromPassword("Geheim-1") };

        (await registry.ReconcileAsync(create)).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData("pendingDelete", Applied)]
    [InlineData("ok", NotApplied)]
    public async Task Delete_is_verified_by_the_status(string status, EppReconciliationStatus expected)
    {
        var registry = new FakeRegistryQueries().Respond(1000, Contact() with { Statuses = [new ContactStatusValue(status)] });

        (await registry.ReconcileAsync(new ContactDelete("C1"))).Status.Should().Be(expected);
    }

    private static Task<EppReconciliation> UpdateAsync(ContactChange change, params ContactPostalInfo[] shown) =>
        new FakeRegistryQueries().Respond(1000, Contact() with { PostalInfo = shown, UpdatedDate = Before }).ReconcileAsync(new ContactUpdate { Id = "C1", Change = change });

    private static ContactPostalInfo Postal() => new() { Type = ContactPostalInfoForm.Localized, Name = "Ida", Organization = "Ida ApS", Address = Address };

    private static ContactInfoResult Contact() => new()
    {
        Id = "C1",
        Roid = "C1-X",
        Statuses = [ContactStatusValue.Ok],
        PostalInfo = [],
        Email = "a@b.example",
        SponsoringClientId = "REG-1",
        CreatingClientId = "REG-1",
        CreatedDate = Before,
    };
}
