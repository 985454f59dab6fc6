using DkSandbox;
using EppClient.Dk.Testing;
using PuppeteerSharp;

namespace EppClient.IntegrationTests.Sandbox;

/// <summary>Both pages in the widths of telephones, tablets and screens: nothing is cut, and nothing short wraps.</summary>
public sealed class LayoutTests
{
    private static readonly int[] Widths = [360, 500, 768, 1280, 1920];

    // Elements that extend beyond the window or their box, and short texts on more than one line. XML and programs scroll in their own box.
    private const string Faults =
        """
        () => {
          const faults = [];
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth > width) { faults.push(`The page is ${document.documentElement.scrollWidth} wide in a window of ${width}.`); }
          for (const one of document.querySelectorAll('body *')) {
            if (one.closest('pre') || !one.getClientRects().length) { continue; }
            const box = one.getBoundingClientRect();
            const name = `${one.tagName} "${(one.innerText ?? '').slice(0, 30)}"`;
            if (box.right > width + 1 || box.left < -1) { faults.push(`${name} is outside the window.`); }
            const section = one.closest('section')?.getBoundingClientRect();
            if (section && (box.right > section.right + 1 || box.left < section.left - 1)) { faults.push(`${name} is outside its section.`); }
            if (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible') { faults.push(`${name} is cut.`); }
          }
          const shortNames = [...document.querySelectorAll('button.link')].filter(one => one.innerText.length < 20);
          for (const one of [...shortNames, ...document.querySelectorAll('header, h1, h2, th, dt, time, .clock, .tag, button:not(.link), .tools a, .whole > *')]) {
            if (!one.getClientRects().length) { continue; }
            const range = document.createRange();
            range.selectNodeContents(one);
            const lines = [...range.getClientRects()].filter(line => line.width > 0).map(line => (line.top + line.bottom) / 2);
            if (lines.length && Math.max(...lines) - Math.min(...lines) > 12) { faults.push(`${one.tagName} "${one.innerText.slice(0, 30)}" wraps.`); }
          }
          return faults;
        }
        """;

    [SkippableTheory(Timeout = 120_000)]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Sandbox_fits_all_widths(string colors)
    {
        Browser.SkipIfAbsent();
        await using var sandbox = await StartAsync();
        await using var browser = await Browser.OpenAsync(sandbox.Page, colors);
        await using var client = PageTests.Connect(sandbox);
        await client.SendAsync(new EppClient.Commands.DomainInfo("et-meget-langt-domænenavn-som-ingen-ville-vælge.dk"));
        await browser.SeeAsync("domains", "et-meget-langt", "registrar");
        await browser.SeeAsync("transfers", "no response", "REG-100002");
        await browser.SeeAsync("frames", "info domain", "1000");
        await browser.Page.EvaluateExpressionAsync("document.getElementById('connection').open = true; document.querySelector('#frames details').open = true");

        await CheckAsync(browser, $"sandbox-{colors}");
    }

    [SkippableTheory(Timeout = 120_000)]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Self_service_fits_all_widths(string colors)
    {
        Browser.SkipIfAbsent();
        await using var sandbox = await StartAsync();
        await using var browser = await Browser.OpenAsync(new Uri(sandbox.Page, "self-service?person=KH1-DK"), colors);
        await browser.SeeAsync("registrars", "Anden Forhandler", "fast track");

        await CheckAsync(browser, $"self-service-{colors}");
    }

    /// <summary>A registry with long names, a pending check, a request, messages, and a transfer that failed.</summary>
    private static async Task<DkSandbox.Sandbox> StartAsync()
    {
        var seed = Path.GetTempFileName();
        await File.WriteAllTextAsync(seed, Seed);
        var sandbox = await DkSandbox.Sandbox.StartAsync(new SandboxOptions { SeedFile = seed });
        File.Delete(seed);
        var registry = sandbox.Registry.Registry;
        registry.Block("gammel.dk");
        registry.Unblock("gammel.dk");
        registry.ReportBouncedEmail("IP1-DK", "antispam");
        using var closed = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        closed.Start();
        var port = ((System.Net.IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        registry.SetFastTrack("REG-100002", new DkFastTrackEndpoint { Url = new Uri($"http://localhost:{port}/fast-track"), ApiKey = "key" });
        await registry.Person("KH1-DK").StartFastTrackTransferAsync("REG-100002", ["gammel.dk"]);
        return sandbox;
    }

    private static async Task CheckAsync(Browser browser, string name)
    {
        foreach (var width in Widths)
        {
            await browser.Page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 900 });
            await browser.Page.EvaluateExpressionAsync("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
            await browser.PhotographAsync($"{name}-{width}.png");

            (await browser.Page.EvaluateFunctionAsync<string[]>(Faults)).Should().BeEmpty($"of the width of {width}");
        }
    }

    private const string Seed =
        """
        {
          "accounts": [{ "handle": "REG-100001", "name": "Første Forhandler", "balance": 123456 }, { "handle": "REG-100002", "name": "Anden Forhandler" }],
          "users": [{ "name": "EPP-100001", "password": "Kun-Til-Test-1", "account": "REG-100001" }, { "name": "EPP-100002", "password": "Kun-Til-Test-2", "account": "REG-100002" }],
          "contacts": [
            { "handle": "IP1-DK", "name": "Ida Prøve", "sponsor": "REG-100001" },
            { "handle": "LANGT1-DK", "name": "Foreningen af Danmarks Rigtig Lange Navne", "sponsor": "REG-100001",
              "verification": { "id": { "status": "Pending", "expires": "2099-01-01T00:00:00Z" }, "email": { "status": "Pending", "expires": "2099-01-01T00:00:00Z" } } },
            { "handle": "KH1-DK", "name": "Kaj Hansen" }
          ],
          "hosts": [
            { "name": "ns1.navneserver.example", "sponsor": "REG-100001", "manager": "REG-100001" },
            { "name": "en-lang-navneserver.en-lang-afdeling.navneserver.example", "sponsor": "REG-100001", "manager": "REG-100001", "addresses": ["193.163.102.9", "2a01:630:0:40::1"] }
          ],
          "domains": [
            { "name": "et-meget-langt-domænenavn-som-ingen-ville-vælge.dk", "registrant": "LANGT1-DK", "isOnHold": true, "isUnpaid": true,
              "nameServers": ["ns1.navneserver.example", "en-lang-navneserver.en-lang-afdeling.navneserver.example"],
              "dsRecords": [{ "keyTag": 12345, "algorithm": 13, "digestType": 2, "digest": "aa" }] },
            { "name": "gammel.dk", "registrant": "KH1-DK", "nameServers": ["ns1.navneserver.example"] }
          ]
        }
        """;
}
