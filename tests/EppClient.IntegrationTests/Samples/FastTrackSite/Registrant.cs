using DkFastTrack;
using PuppeteerSharp;
using Browser = EppClient.IntegrationTests.Sandbox.Browser;

namespace EppClient.IntegrationTests.Samples.FastTrackSite;

/// <summary>A registrant in a browser: what it does on the pages of the registry and of the registrar.</summary>
internal sealed class Registrant(Browser browser) : IAsyncDisposable
{
    private const int MaxTabs = 20;

    public IPage Page => browser.Page;

    public static async Task<Registrant> OpenAsync(Uri address, string? colorScheme = null) => new(await Browser.OpenAsync(address, colorScheme));

    /// <summary>Chooses all domains, the registrar and the fast track, consents and continues.</summary>
    public async Task StartAsync(Uri selfService, string? picture = null)
    {
        await Page.GoToAsync(selfService.AbsoluteUri);
        await Page.WaitForSelectorAsync("[name=domain]");
        await Page.EvaluateExpressionAsync("document.querySelectorAll('[name=domain]').forEach(box => box.click())");
        await Page.ClickAsync($"[name=registrar][value='{DemoRegistry.Account}']");
        await Page.ClickAsync("[name=method][value=fast]");
        await Page.ClickAsync("#consent");
        if (picture is not null)
        {
            await PhotographAsync(picture);
        }

        await Page.ClickAsync("#start");
    }

    /// <summary>Accepts the terms of the page that is shown.</summary>
    public async Task AcceptAsync()
    {
        await Page.WaitForSelectorAsync("#accept");
        await Page.ClickAsync("#accept");
        await Page.ClickAsync("form button");
    }

    /// <summary>Moves the focus with the keyboard until an element has it.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var tabs = 0; !await Page.EvaluateFunctionAsync<bool>("selector => document.activeElement.matches(selector)", selector); tabs++)
        {
            tabs.Should().BeLessThan(MaxTabs, $"the keyboard reaches {selector}");
            await Page.Keyboard.PressAsync("Tab");
        }
    }

    /// <summary>Waits until an element shows a text.</summary>
    public Task SeeAsync(string selector, string text) =>
        Page.WaitForFunctionAsync("(selector, text) => document.querySelector(selector)?.innerText.includes(text)", selector, text);

    public Task<string> ReadAsync(string selector) => Page.EvaluateFunctionAsync<string>("selector => document.querySelector(selector).innerText", selector);

    public Task PhotographAsync(string name) => browser.PhotographAsync($"fast-track-{name}.png");

    public ValueTask DisposeAsync() => browser.DisposeAsync();
}
