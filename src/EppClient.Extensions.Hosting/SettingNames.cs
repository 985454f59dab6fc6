namespace EppClient.Extensions.Hosting;

/// <summary>Rewrites messages that name options of the library: with the settings, as they are written in configuration.</summary>
/// <param name="path">The path of the settings of one account, such as <c>Epp:Dk</c>.</param>
internal sealed class SettingNames(string path)
{
    // The options whose setting has another name come before the parts whose settings have the same names.
    private static readonly (string Option, string Setting)[] Names =
    [
        ("EppTlsOptions.TrustedRoots", "Tls:TrustedRootsFile"),
        ("EppTlsOptions.ClientCertificateProvider", "Tls:ClientCertificateFile"),
        ("EppTlsOptions.ClientCertificate", "Tls:ClientCertificateFile"),
        ("EppTlsOptions.ServerName", "Tls:ServerName"),
        ("EppTlsOptions.PublicKeyPins", "Tls:PublicKeyPins"),
        ("EppPoolOptions.MaxSessions", "Pool:MaxSessions"),
        ("EppPoolOptions.MinSessions", "Pool:MinSessions"),
        ("EppPoolOptions.PipelineDepth", "Pool:PipelineDepth"),
        ("EppPoolOptions.KeepAliveInterval", "Pool:KeepAliveInterval"),
        ("EppPoolOptions.IdleLifetime", "Pool:IdleLifetime"),
        ("EppTimeoutOptions.Command", "Timeouts:Command"),
        ("EppTimeoutOptions.Open", "Timeouts:Open"),
        ("EppTimeoutOptions.Connect", "Timeouts:Connect"),
        ("EppTimeoutOptions.Logout", "Timeouts:Logout"),
        ("EppObservabilityOptions.EnableWireLogging", "EnableWireLogging"),
        ("EppOptions.Host", "Host"),
        ("EppOptions.Port", "Port"),
        ("EppOptions.ClientId", "ClientId"),
        ("EppOptions.Password", "Password"),
        ("EppOptions.SponsorId", "SponsorId"),
    ];

    /// <summary>Gets the name of a setting.</summary>
    /// <param name="setting">The name below the path, such as <c>Tls:ServerName</c>.</param>
    public string At(string setting) => path.Contains(' ', StringComparison.Ordinal) ? $"{setting} in {path}" : $"{path}:{setting}";

    /// <summary>Rewrites a message. Options that are set in code only keep their names.</summary>
    public string InText(string message)
    {
        // Removes the parameter name that .NET appends, which is not a name the user knows.
        var text = message.Split(" (Parameter '")[0];
        return Names.Aggregate(text, (current, name) => current.Replace(name.Option, At(name.Setting), StringComparison.Ordinal));
    }
}
