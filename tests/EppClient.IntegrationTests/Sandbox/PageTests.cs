using DkSandbox;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Sandbox;

/// <summary>The sandbox page in a real browser, while an EPP client uses the sandbox.</summary>
public sealed class PageTests
{
    private const string Domain = "lykkeligt-nyt-navn.dk";

    [SkippableFact(Timeout = 120_000)]
    public async Task Domain_is_created_and_its_registrant_checked()
    {
        Browser.SkipIfAbsent();
        await using var sandbox = await DkSandbox.Sandbox.StartAsync(new SandboxOptions());
        await using var browser = await Browser.OpenAsync(sandbox.Page);
        await browser.SeeAsync("domains", "eksempel.dk", "registrar");
        await browser.SeeAsync("domains", "gammel.dk", "registrant");

        await using var client = Connect(sandbox);
        var contact = await client.SendAsync(NewContact());
        await client.SendAsync(DkDomain.Create(
            Domain, contact.Data.Id, termsAccepted: DateTimeOffset.UtcNow, "ns1.navneserver.example", "ns2.navneserver.example"));

        await browser.SeeAsync("frames", "create domain", "EPP-100001");
        await browser.SeeAsync("frames", "1001 Create domain pending for", Domain);
        await browser.SeeAsync("sessions", "EPP-100001", "session");
        await browser.PressAsync("+1 hour");
        await browser.SeeAsync("domains", Domain, "serverHold");
        await browser.SeeAsync("messages", $"{Domain} has been registered, but not activated", "EPP-100001");
        await browser.SeeAsync("contacts", contact.Data.Id, "pending");
        await browser.PressAsync("Complete identity check", "contacts", contact.Data.Id);

        await browser.SeeAsync("contacts", contact.Data.Id, "completed");
        await browser.SeeAsync("messages", $"{Domain} has been activated", "EPP-100001");
        (await browser.ReadAsync("domains", Domain)).Should().Contain("registrar REG-100001").And.NotContain("serverHold");
        (await browser.ReadAsync("contacts", contact.Data.Id)).Should().Contain("locked by CPR").And.NotContain("Complete identity check");
        var frames = await browser.Page.EvaluateExpressionAsync<string>("document.getElementById('frames').textContent");
        frames.Should().Contain("login").And.NotContain("Kun-Til-Test").And.NotContain("Nynne").And.NotContain("nynne@");
        await browser.Page.EvaluateExpressionAsync("document.querySelectorAll('#frames details')[1].open = true");
        await browser.PhotographAsync("dk-sandbox.png");
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Buttons_inject_faults_respond_for_registrants_and_shut_down()
    {
        Browser.SkipIfAbsent();
        await using var sandbox = await DkSandbox.Sandbox.StartAsync(new SandboxOptions());
        await using var browser = await Browser.OpenAsync(sandbox.Page);
        await using var client = Connect(sandbox);
        await browser.SeeAsync("domains", "gammel.dk", "registrant");

        await browser.PressAsync("Inject fault");
        await browser.Page.WaitForFunctionAsync("() => document.getElementById('notice').innerText.startsWith('Armed')");
        (await client.TrySendAsync(new DomainInfo("eksempel.dk"))).Code.Value.Should().Be(2400);
        (await client.TrySendAsync(new DomainInfo("eksempel.dk"))).Code.Value.Should().Be(1000);

        await browser.PressAsync("Token", "domains", "gammel.dk");
        await browser.Page.WaitForFunctionAsync("() => document.getElementById('notice').innerText.startsWith('OWN-TRANSFER-')");
        var notice = await browser.Page.EvaluateExpressionAsync<string>("document.getElementById('notice').innerText");
        await client.SendAsync(DkDomain.Transfer("gammel.dk", notice.Split(' ')[0]));
        await browser.SeeAsync("domains", "gammel.dk", "registrar");

        await browser.PressAsync("Shut down");
        await browser.Page.WaitForFunctionAsync("() => document.getElementById('shutdown').innerText === 'End shutdown'");
        await browser.Page.WaitForFunctionAsync("() => !document.getElementById('shutting-down').hidden");
        (await client.TrySendAsync(new DomainInfo("eksempel.dk"))).Code.Value.Should().Be(1500);
        await browser.SeeAsync("frames", "1500", "server shutdown");
        await browser.PressAsync("End shutdown");
        await browser.Page.WaitForFunctionAsync("() => document.getElementById('shutdown').innerText === 'Shut down' && document.getElementById('shutting-down').hidden");
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Actions_that_cannot_be_undone_are_confirmed()
    {
        Browser.SkipIfAbsent();
        await using var sandbox = await DkSandbox.Sandbox.StartAsync(new SandboxOptions());
        await using var browser = await Browser.OpenAsync(sandbox.Page);
        await browser.SeeAsync("domains", "gammel.dk", "registrant");
        var before = sandbox.Registry.Clock.GetUtcNow();

        await browser.PressAsync("+1 year");
        await browser.Page.WaitForSelectorAsync("dialog[open]");
        await browser.PressAsync("Cancel");
        await browser.Page.WaitForFunctionAsync("() => !document.querySelector('dialog')");
        (sandbox.Registry.Clock.GetUtcNow() - before).Should().BeLessThan(TimeSpan.FromDays(1));

        await browser.PressAsync("+1 year");
        await browser.Page.WaitForSelectorAsync("dialog[open]");
        await browser.PressAsync("Move");
        await browser.Page.WaitForFunctionAsync("before => document.getElementById('clock').textContent > before", $"{before.AddDays(364):yyyy-MM-dd}");
        (sandbox.Registry.Clock.GetUtcNow() - before).Should().BeGreaterThan(TimeSpan.FromDays(364));
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Domain_shows_its_history_and_DS_records_and_filters_the_frames()
    {
        Browser.SkipIfAbsent();
        await using var sandbox = await DkSandbox.Sandbox.StartAsync(new SandboxOptions());
        await using var browser = await Browser.OpenAsync(sandbox.Page);
        await using var client = Connect(sandbox);
        await client.SendAsync(new DomainInfo("gammel.dk"));
        await client.SendAsync(DkDomain.SetAutoRenew("eksempel.dk", autoRenew: false));
        await client.SendAsync(DkDomain.AddDsRecords("eksempel.dk", new SecDnsDsData { KeyTag = 12345, Algorithm = 13, DigestType = 2, Digest = EppBinary.FromHex(new string('A', 64)) }));
        await browser.SeeAsync("domains", "eksempel.dk", "1 DS");
        await browser.SeeAsync("domains", "eksempel.dk", "no renewal");

        await browser.PressAsync("eksempel.dk");
        await browser.Page.WaitForSelectorAsync("dialog[open]");
        var dialog = await browser.Page.EvaluateExpressionAsync<string>("document.getElementById('domain').innerText");
        dialog.Should().Contain("12345 13 2").And.Contain("automatic renewal off").And.Contain("DS records: 1").And.Contain("registered to IP1-DK");
        await browser.PressAsync("Frames");

        await browser.Page.WaitForFunctionAsync("() => document.getElementById('frames-count').textContent === '2'");
        var frames = await browser.Page.EvaluateExpressionAsync<string>("document.getElementById('frames').innerText");
        frames.Should().Contain("update domain").And.Contain("1000 Command completed successfully").And.Contain(" ms").And.NotContain("info domain");
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Page_shows_how_to_connect_and_that_the_sandbox_has_ended()
    {
        Browser.SkipIfAbsent();
        await using var sandbox = await DkSandbox.Sandbox.StartAsync(new SandboxOptions());
        await using var browser = await Browser.OpenAsync(sandbox.Page);
        await browser.Page.WaitForFunctionAsync("() => document.getElementById('connection').open && document.getElementById('program').innerText.includes('EppSessionPool')");
        var section = await browser.Page.EvaluateExpressionAsync<string>("document.getElementById('connection').innerText");
        section.Should().Contain($"port {sandbox.Port}").And.Contain("EPP-100001 (REG-100001)").And.NotContain("Kun-Til-Test");

        await sandbox.DisposeAsync();

        await browser.Page.WaitForFunctionAsync("() => !document.getElementById('disconnected').hidden");
    }

    internal static EppSessionPool Connect(DkSandbox.Sandbox sandbox, string user = "EPP-100001", string password = "Kun-Til-Test-1") => new(new EppOptions
    {
        Host = "localhost",
        Port = sandbox.Port,
        ClientId = user,
        Password = password,
        Profile = DkProfile.Current,
        Tls = new EppTlsOptions { TrustedRoots = [sandbox.Registry.CaCertificate] },
    });

    private static ContactCreate NewContact() => DkContact.Create(
        "Nynne Nyborg",
        new ContactAddress { StreetLines = ["Testvej 3"], City = "Aarhus C", PostalCode = "8000", CountryCode = "DK" },
        "nynne@eksempel.dk",
        "+45.20202020",
        new DkContactCreate(DkUserType.Individual));
}
