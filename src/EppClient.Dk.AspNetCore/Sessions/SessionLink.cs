using System.Security.Cryptography;
using System.Text;

namespace EppClient.Dk.AspNetCore;

/// <summary>The secret of a link: 128 random bits in hexadecimal. The store has its hash, so a copy of the database opens no session.</summary>
internal static class SessionLink
{
    private const int Bytes = 16;

    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    // A plain hash: 128 random bits cannot be guessed.
    public static string HashOf(string link) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link)));

    public static bool IsLink(string? text) => text is { Length: Bytes * 2 } && text.All(char.IsAsciiHexDigitLower);

    public static Uri UrlOf(Uri page, string link) => new($"{page.AbsoluteUri.TrimEnd('/')}/{link}");
}
