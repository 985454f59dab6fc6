namespace EppClient.Dk.Testing;

/// <summary>Where a registrar receives fast-track transfers: what it enters in the registrar portal when it opts in.</summary>
public sealed record DkFastTrackEndpoint
{
    /// <summary>The URL to which the registry posts. It must be absolute, with <c>https</c>; on a loopback address also with <c>http</c>.</summary>
    /// <exception cref="ArgumentException">The URL is relative, or has another scheme, a user name or a fragment.</exception>
    public required Uri Url
    {
        get;
        init => field = FastTrackUrls.IsEndpoint(value)
            ? value
            : throw new ArgumentException("The URL of a fast-track endpoint must be absolute, with https (or http on a loopback address), without user name and fragment.", nameof(value));
    }

    /// <summary>The API key that the registry sends in the header <c>X-API-KEY</c>; null to send none. Default: null.</summary>
    /// <exception cref="ArgumentException">The key is empty or has characters other than visible ASCII characters, which a header cannot carry.</exception>
    public string? ApiKey
    {
        get;
        init => field = value is null || (value.Length > 0 && value.All(character => character is > ' ' and <= '~'))
            ? value
            : throw new ArgumentException("The API key must have only visible ASCII characters, and at least one.", nameof(value));
    }

    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Url = ").Append(Url.GetLeftPart(UriPartial.Path)).Append(", ApiKey = ").Append(ApiKey is null ? "null" : "***");
        return true;
    }
}

/// <summary>The URLs that the registry calls, and to which it sends a browser: personal data and tokens leave this machine only over TLS.</summary>
internal static class FastTrackUrls
{
    public static bool IsEndpoint(Uri url) => IsWeb(url) && url.UserInfo.Length == 0 && url.Fragment.Length == 0;

    public static bool IsWeb(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
