using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace EppClient.Extensions.Hosting;

/// <summary>Validates the settings of one registry account. Each error names the setting as it is written in configuration.</summary>
internal sealed class SettingsValidator(ClientRegistration registration, IServiceProvider provider) : IValidateOptions<EppClientSettings>
{
    private const int MaxShared = 10_000;

    public ValidateOptionsResult Validate(string? name, EppClientSettings options)
    {
        if (name != registration.Name)
        {
            return ValidateOptionsResult.Skip;
        }

        List<string> errors = [.. Missing(options), .. WrongInSharing(options.Pool.SharedMaxSessions), .. WrongFiles(options.Tls), .. WrongProfile(options), .. WrongValues(options)];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> Missing(EppClientSettings settings)
    {
        // Code can set what configuration omits; the options are then validated as a whole.
        if (registration.Configurations.Count > 0)
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(settings.Host))
        {
            yield return $"{At("Host")} is missing: the name of the registry's EPP server.";
        }

        if (string.IsNullOrWhiteSpace(settings.ClientId))
        {
            yield return $"{At("ClientId")} is missing: the user name to log in with.";
        }

        if (string.IsNullOrWhiteSpace(settings.Password) && registration.Credentials(provider) is null)
        {
            yield return $"{At("Password")} is missing. Set it in any configuration provider, such as the environment variable {At("Password").Replace(":", "__", StringComparison.Ordinal)}, or register an IEppCredentialProvider.";
        }
    }

    private IEnumerable<string> WrongInSharing(int? sessions)
    {
        var setting = At("Pool:" + nameof(EppPoolSettings.SharedMaxSessions));
        if (sessions is null && registration.Quota is not null)
        {
            yield return $"{setting} is missing: the number of sessions that the registry allows the account, in all processes together.";
        }

        if (sessions is not null && registration.Quota is null)
        {
            yield return $"{setting} is set, but no session quota is registered. Add one with AddSessionQuota, such as a RedisSessionQuota.";
        }

        if (sessions is < 1 or > MaxShared)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{setting} is {sessions}; it must lie between 1 and {MaxShared} sessions.");
        }
    }

    private IEnumerable<string> WrongFiles(EppTlsSettings settings) =>
        ((string?[])
        [
            FaultOf("Tls:" + nameof(EppTlsSettings.TrustedRootsFile), () => ClientRegistration.RootsOf(settings)),
            FaultOf("Tls:" + nameof(EppTlsSettings.ClientCertificateFile), () => ClientRegistration.CertificateOf(settings)),
        ]).OfType<string>();

    private string? FaultOf(string setting, Func<object?> load)
    {
        try
        {
            load();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return $"{At(setting)} names a file that cannot be used: {InSettings(e.Message)}";
        }
    }

    private IEnumerable<string> WrongProfile(EppClientSettings settings)
    {
        if (registration.ProfileOf(settings, provider) is null)
        {
            var known = string.Join(", ", ClientRegistration.Profiles(provider).Select(profile => profile.Name));
            yield return $"{At("Profile")} is '{settings.Profile}', which is not a known profile. Known profiles: {known}. Add others with AddProfile.";
        }
    }

    private IEnumerable<string> WrongValues(EppClientSettings settings)
    {
        try
        {
            // Files that cannot be used, and settings that are missing, are reported already.
            var made = registration.OptionsFor(settings, ClientRegistration.TlsWithoutFiles(settings.Tls), provider);
            return [.. Failures(registration.Configurations.Count > 0 ? made : Complete(made)).Concat(registration.Rules.Select(rule => rule(made)).OfType<string>()).Select(InSettings)];
        }
        catch (ArgumentException e)
        {
            return [InSettings(e.Message)];
        }
    }

    private static EppOptions Complete(EppOptions options) => options with
    {
        Host = Present(options.Host),
        ClientId = Present(options.ClientId),
        Password = options.Credentials is null ? Present(options.Password) : options.Password,
    };

    private static string Present(string? value) => string.IsNullOrWhiteSpace(value) ? "missing" : value;

    private static IReadOnlyList<string> Failures(EppOptions options)
    {
        try
        {
            options.Validate();
            return [];
        }
        catch (EppOptionsException e)
        {
            return e.Failures;
        }
    }

    private string InSettings(string message) => registration.SettingNames.InText(message);

    private string At(string setting) => registration.SettingNames.At(setting);
}
