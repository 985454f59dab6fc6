using System.Text.RegularExpressions;
using PuppeteerSharp;

namespace EppClient.IntegrationTests.Sandbox;

/// <summary>Headless Chromium, as packaged by Debian.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const int Timeout = 60_000;

    private static readonly string? Program = Environment.GetEnvironmentVariable("PATH")!
        .Split(Path.PathSeparator)
        .SelectMany(folder => (string[])[Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser"), Path.Combine(folder, "google-chrome")])
        .FirstOrDefault(File.Exists);

    private readonly IBrowser _browser;

    private Browser(IBrowser browser, IPage page)
    {
        _browser = browser;
        Page = page;
    }

    public IPage Page { get; }

    public static void SkipIfAbsent() => Skip.If(Program is null, "Chromium is not installed: install it, for example with 'apt-get install chromium'.");

    /// <summary>Opens a page; with a scheme, in the light or dark colors.</summary>
    public static async Task<Browser> OpenAsync(Uri address, string? colorScheme = null)
    {
        var browser = await Puppeteer.LaunchAsync(new LaunchOptions
        {
            ExecutablePath = Program,
            Headless = true,
            Timeout = Timeout,
            ProtocolTimeout = Timeout,

            // The sandbox of the browser needs privileges that root in a container does not have. The browser opens only the page of the test.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--force-color-profile=srgb"],
            DefaultViewport = new ViewPortOptions { Width = 1440, Height = 900 },
        });
        var page = await browser.NewPageAsync();
        page.DefaultTimeout = Timeout;
        if (colorScheme is not null)
        {
            await page.EmulateMediaFeaturesAsync([new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = colorScheme }]);
        }

        await page.GoToAsync(address.AbsoluteUri);
        return new Browser(browser, page);
    }

    /// <summary>Waits until a table row shows a text.</summary>
    public Task SeeAsync(string table, string row, string text) => Page.WaitForFunctionAsync(
        "(table, row, text) => [...document.querySelectorAll(`#${table} > *`)].some(one => one.innerText.includes(row) && one.innerText.includes(text))",
        table,
        row,
        text);

    /// <summary>Reads the text of a table row.</summary>
    public async Task<string> ReadAsync(string table, string row)
    {
        var text = await Page.EvaluateFunctionAsync<string?>(
            "(table, row) => [...document.querySelectorAll(`#${table} > *`)].find(one => one.innerText.includes(row))?.innerText", table, row);
        return Regex.Replace(text ?? string.Empty, @"\s+", " ").Trim();
    }

    /// <summary>Clicks a button of the page or of a table row.</summary>
    public Task PressAsync(string text, string? table = null, string row = "") => Page.EvaluateFunctionAsync(
        """
        (text, table, row) => {
          const places = table ? [...document.querySelectorAll(`#${table} > *`)].filter(one => one.innerText.includes(row)) : [document];
          const button = places.flatMap(place => [...place.querySelectorAll('button')]).find(one => one.innerText === text);
          if (!button) { throw new Error(`There is no button ${text}.`); }
          button.click();
        }
        """,
        text,
        table,
        row);

    /// <summary>Takes a picture of the whole page, for people to look at.</summary>
    public Task PhotographAsync(string name)
    {
        var folder = Directory.CreateDirectory(RepositoryFolder.Combine("artifacts", "screenshots"));
        return Page.ScreenshotAsync(Path.Combine(folder.FullName, name), new ScreenshotOptions { FullPage = true });
    }

    public async ValueTask DisposeAsync() => await _browser.DisposeAsync();
}
