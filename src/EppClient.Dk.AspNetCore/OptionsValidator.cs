using Microsoft.Extensions.Options;

namespace EppClient.Dk.AspNetCore;

/// <summary>Validates the options. No error shows a key.</summary>
internal sealed class OptionsValidator : IValidateOptions<DkFastTrackOptions>
{
    private const int MinKeyLength = 16;
    private const int MinNameServers = 2;
    private const int MaxNameServers = 7;

    public ValidateOptionsResult Validate(string? name, DkFastTrackOptions options)
    {
        string?[] errors =
        [
            CheckKeys(options.ApiKeys),
            CheckUrl(options.SessionUrl),
            Range(nameof(options.MaxRequestBytes), options.MaxRequestBytes, 1024, 16 * 1024 * 1024),
            Range(nameof(options.MaxDomains), options.MaxDomains, 1, 10_000),
            Range(nameof(options.RequestsPerMinute), options.RequestsPerMinute, 1, 1_000_000),
            Range(nameof(options.MaxConcurrentSessions), options.MaxConcurrentSessions, 1, 1000),
            Range(nameof(options.RequestTimeout), options.RequestTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5)),
            Range(nameof(options.PollingInterval), options.PollingInterval, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(5)),
            Range(nameof(options.Lease), options.Lease, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            Range(nameof(options.RetryDelay), options.RetryDelay, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(10)),
            Range(nameof(options.ReconciliationDelay), options.ReconciliationDelay, TimeSpan.Zero, TimeSpan.FromDays(1)),
            Range(nameof(options.Retention), options.Retention, TimeSpan.FromDays(1), TimeSpan.FromDays(36_500)),
            options.NameServers.Count is 0 or (>= MinNameServers and <= MaxNameServers)
                ? null
                : $"{nameof(options.NameServers)} has {options.NameServers.Count} names; the registry requires {MinNameServers} to {MaxNameServers}, or none to keep the present ones.",
        ];
        var found = errors.OfType<string>().Select(error => $"{nameof(DkFastTrackOptions)}.{error}").ToList();
        return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? CheckKeys(IList<string> keys) => keys switch
    {
        { Count: 0 or > 2 } => $"ApiKeys has {keys.Count} keys; set the key of the registrar portal, and a second one while you replace it.",
        _ when keys.Any(key => key is not { Length: >= MinKeyLength }) => $"ApiKeys has a key of fewer than {MinKeyLength} characters. Generate a random one.",
        _ => null,
    };

    private static string? CheckUrl(Uri? url) => url switch
    {
        null => "SessionUrl is missing: the address of the page that opens a session, such as https://registrar.example/transfer.",
        { IsAbsoluteUri: true, Query: "", Fragment: "" } when url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback) => null,
        _ => $"SessionUrl is '{url}'. It must be an absolute HTTPS address without query and fragment.",
    };

    private static string? Range<T>(string name, T value, T min, T max)
        where T : IComparable<T> => value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0 ? null : $"{name} is {value}; it must be between {min} and {max}.";
}
