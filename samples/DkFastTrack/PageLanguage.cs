using System.Globalization;
using EppClient.Dk.AspNetCore;

namespace DkFastTrack;

/// <summary>The language of a page: the one that the registrant chose, otherwise the first of the browser's languages that the site has.</summary>
internal sealed class PageLanguage(IHttpContextAccessor accessor)
{
    private const string Name = "language";

    public bool IsDanish { get; } = CodeOf(accessor.HttpContext!.Request) == "da";

    /// <summary>The value of the attribute <c>lang</c>.</summary>
    public string Code => IsDanish ? "da" : "en";

    /// <summary>Keeps the language of a link to the same page in another language.</summary>
    public static Task RememberAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Query[Name].ToString() is "da" or "en")
        {
            context.Response.Cookies.Append(Name, CodeOf(context.Request), new CookieOptions { SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
        }

        return next(context);
    }

    public string Text(string danish, string english) => IsDanish ? danish : english;

    public string? Text(DkFastTrackText? text) => text is null ? null : Text(text.Danish, text.English);

    /// <summary>Writes "1 domain", "3 domains".</summary>
    public string Domains(int count) => Text(count == 1 ? "1 domæne" : $"{count} domæner", count == 1 ? "1 domain" : $"{count} domains");

    public string Price(decimal amount, string currency)
    {
        var number = amount.ToString("0.00", CultureInfo.InvariantCulture);
        return Text($"{number.Replace('.', ',')} {(currency == "DKK" ? "kr." : currency)}", $"{currency} {number}");
    }

    private static string CodeOf(HttpRequest request)
    {
        IEnumerable<string?> wanted =
        [
            request.Query[Name],
            request.Cookies[Name],
            .. request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.ToString().Split('-')[0]),
        ];
        return wanted.FirstOrDefault(code => code is "da" or "en") ?? "da";
    }
}
