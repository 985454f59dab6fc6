using System.Diagnostics;
using System.Globalization;
using EppClient;
using EppClient.Commands;

// Opens one session, sends one check, and prints the time of its response: see measure.sh.
var began = Stopwatch.GetTimestamp();
if (args is not [var port, .. var roots] || roots.Length > 1)
{
    await Console.Error.WriteLineAsync("Usage: EppClient.StartUp PORT [ROOT.pem]; the password is in EPP_PASSWORD.");
    return 2;
}

await using var pool = new EppSessionPool(new EppOptions
{
    Host = "localhost",
    Port = int.Parse(port, CultureInfo.InvariantCulture),
    ClientId = "start",
    Password = Environment.GetEnvironmentVariable("EPP_PASSWORD") ?? string.Empty,
    Tls = roots is [var root] ? new EppTlsOptions { TrustedRoots = EppTlsOptions.LoadTrustedRoots(root) } : new EppTlsOptions(),
});
await pool.SendAsync(new DomainCheck("example.dk"));

// Milliseconds since 1970 for the script, which knows the start time of the process, and milliseconds since Main.
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()} {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0}"));
return 0;
