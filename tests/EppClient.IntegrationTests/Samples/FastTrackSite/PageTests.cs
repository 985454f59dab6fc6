using System.Net;
using PuppeteerSharp;
using Browser = EppClient.IntegrationTests.Sandbox.Browser;

namespace EppClient.IntegrationTests.Samples.FastTrackSite;

/// <summary>The pages of the sample: security headers, forms, languages, and what assistive technology needs.</summary>
public sealed class PageTests : IAsyncLifetime
{
    // Texts with a contrast below 4.5 (WCAG 2.2, 1.4.3), fields without a label, levels of headings that are left out, and a page that is wider than the window.
    private const string Faults =
        """
        () => {
          const faults = [];
          const parse = color => color.match(/[\d.]+/g).map(Number);
          const luminance = color => {
            const [r, g, b] = parse(color).map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const background = one => {
            for (; one; one = one.parentElement) {
              const color = getComputedStyle(one).backgroundColor;
              if ((parse(color)[3] ?? 1) === 1) { return color; }
            }
            return 'rgb(255, 255, 255)';
          };
          for (const one of document.querySelectorAll('body *')) {
            if (![...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim()) || !one.getClientRects().length) { continue; }
            const [light, dark] = [luminance(getComputedStyle(one).color), luminance(background(one))].sort((a, b) => b - a);
            const contrast = (light + 0.05) / (dark + 0.05);
            if (contrast < 4.5) { faults.push(`"${one.innerText.slice(0, 30)}" has a contrast of ${contrast.toFixed(2)}.`); }
          }
          for (const field of document.querySelectorAll('input:not([type=hidden]), select, progress')) {
            if (!field.labels?.length && !field.ariaLabel) { faults.push(`${field.id} has no label.`); }
          }
          const levels = [...document.querySelectorAll('h1, h2, h3')].map(heading => Number(heading.tagName[1]));
          if (levels[0] !== 1 || levels.filter(level => level === 1).length !== 1 || levels.some((level, at) => at > 0 && level > levels[at - 1] + 1)) { faults.push(`Headings: ${levels}.`); }
          if (document.documentElement.scrollWidth > document.documentElement.clientWidth) { faults.push('The page is wider than the window.'); }
          return faults;
        }
        """;

    private RegistrarSite _site = null!;

    public async Task InitializeAsync() => _site = await RegistrarSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [SkippableTheory(Timeout = 120_000)]
    [InlineData("light", 1280)]
    [InlineData("dark", 360)]
    public async Task Pages_are_accessible(string colors, int width)
    {
        Browser.SkipIfAbsent();
        await using var registrant = await Registrant.OpenAsync(new Uri(_site.Address, "/closed?language=da"), colors);
        await registrant.Page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 900 });
        await CheckAsync(registrant, $"closed-{colors}");
        await registrant.Page.GoToAsync((await _site.OfferAsync()).SessionUrl!.AbsoluteUri);
        await registrant.Page.EvaluateExpressionAsync("document.querySelector('details').open = true; document.querySelector('form').noValidate = true");
        await CheckAsync(registrant, $"offer-{colors}");
        await registrant.Page.ClickAsync("form button");
        await registrant.SeeAsync("#accept-error", "Sæt kryds, hvis du vil flytte domænerne.");
        (await registrant.Page.EvaluateExpressionAsync<string>("document.getElementById('accept').ariaInvalid")).Should().Be("true");
        await CheckAsync(registrant, $"not-accepted-{colors}");
        _site.Registry.SendInvoice("kanelsnegle.dk");
        _site.Registry.FailNextCommand();
        await registrant.AcceptAsync();
        await registrant.SeeAsync(".failed", "Domænet kan ikke flyttes nu");
        await registrant.SeeAsync(".working", "Vi spørger Punktum dk");

        await CheckAsync(registrant, $"progress-{colors}");
        (await registrant.Page.EvaluateExpressionAsync<string>("document.getElementById('summary').role")).Should().Be("status");
    }

    [Fact(Timeout = 60_000)]
    public async Task All_responses_have_the_security_headers()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _site.Address };
        var link = (await _site.OfferAsync()).SessionUrl!.AbsolutePath;

        foreach (var address in (string[])[link, link, "/transfer", "/progress", "/progress/changes", "/closed", "/site.css", "/progress.js", "/nowhere"])
        {
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);

            response.Headers.GetValues("Referrer-Policy").Should().Equal(["no-referrer"], address);
            response.Headers.CacheControl!.NoStore.Should().BeTrue(address);
            response.Headers.GetValues("Content-Security-Policy").Should().ContainSingle(address).Which.Should().Contain("script-src 'self'").And.NotContain("unsafe");
            response.Headers.GetValues("X-Content-Type-Options").Should().Equal(["nosniff"], address);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Form_without_antiforgery_token_is_refused_and_the_cookie_is_required()
    {
        using var client = new HttpClient { BaseAddress = _site.Address };
        (await client.GetAsync("/transfer")).StatusCode.Should().Be(HttpStatusCode.Gone, "there is no session without the cookie");
        (await client.GetAsync((await _site.OfferAsync()).SessionUrl!)).StatusCode.Should().Be(HttpStatusCode.OK);

        foreach (var address in (string[])["/transfer", "/transfer?handler=Decline"])
        {
            using var form = new FormUrlEncodedContent([new("isAccepted", "true"), new("terms", "2026-12")]);
            (await client.PostAsync(address, form)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        }

        (await client.GetStringAsync("/transfer")).Should().Contain("name=\"isAccepted\"", "nothing was decided");
    }

    private static async Task CheckAsync(Registrant registrant, string picture)
    {
        await registrant.PhotographAsync(picture);
        (await registrant.Page.EvaluateFunctionAsync<string[]>(Faults)).Should().BeEmpty(picture);
        (await registrant.Page.EvaluateExpressionAsync<string>("document.documentElement.lang")).Should().Be("da");
    }
}
