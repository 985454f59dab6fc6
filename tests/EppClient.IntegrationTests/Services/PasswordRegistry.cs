using System.Text.RegularExpressions;
using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.Services;

/// <summary>A registry with one account and its password. It can drop or reject logins that change the password.</summary>
internal sealed partial class PasswordRegistry : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly HostileServer _server;
    private readonly List<string> _logins = [];

    public PasswordRegistry(string password)
    {
        Password = password;
        _server = HostileServer.Start(ServeAsync);
    }

    /// <summary>The current password of the account.</summary>
    public string Password { get; private set; }

    /// <summary>The actions for the next logins that change the password, in order. Further logins are accepted.</summary>
    public Queue<Change> Changes { get; } = new();

    /// <summary>The code of the response to a wrong password; 2501 closes the connection.</summary>
    public int RefusalCode { get; init; } = 2200;

    public int Refused { get; private set; }

    public int Connections => _server.Connections;

    /// <summary>The logins: "password" or "old>new".</summary>
    public IReadOnlyList<string> Logins
    {
        get
        {
            lock (_lock)
            {
                return [.. _logins];
            }
        }
    }

    public EppOptions Options => Client.OptionsFor(_server) with { Password = Password, Recovery = new EppRecoveryOptions() };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(HostileConnection connection)
    {
        await connection.SendAsync(Wire.Greeting);
        var isOpen = false;
        while (true)
        {
            var request = await connection.ReceiveAsync();
            if (!request.Contains("<login>", StringComparison.Ordinal))
            {
                await connection.SendAsync(isOpen ? Wire.ResponseTo(request) : Wire.Response(2002, Wire.TransactionOf(request)));
                if (request.Contains("<logout", StringComparison.Ordinal))
                {
                    return;
                }

                continue;
            }

            if (Login(PasswordIn().Match(request).Groups[1].Value, NewPasswordIn().Match(request) is { Success: true } match ? match.Groups[1].Value : null) is not { } code)
            {
                connection.Reset();
                return;
            }

            isOpen = code == 1000;
            await connection.SendAsync(Wire.Response(code, Wire.TransactionOf(request)));
            if (code == 2501)
            {
                return;
            }
        }
    }

    /// <summary>Returns the code of the response, or null to reset the connection.</summary>
    private int? Login(string password, string? newPassword)
    {
        lock (_lock)
        {
            _logins.Add(newPassword is null ? password : $"{password}>{newPassword}");
            if (password != Password)
            {
                Refused++;
                return RefusalCode;
            }

            var change = newPassword is not null && Changes.TryDequeue(out var next) ? next : Change.Accept;
            if (newPassword is not null && change is Change.Accept or Change.CutAfterwards)
            {
                Password = newPassword ?? Password;
            }

            return change switch
            {
                Change.Accept => 1000,
                Change.Refuse => 2306,
                _ => null,
            };
        }
    }

    internal enum Change
    {
        Accept,
        Refuse,
        CutBefore,
        CutAfterwards,
    }

    [GeneratedRegex("<pw>([^<]*)</pw>")]
    private static partial Regex PasswordIn();

    [GeneratedRegex("<newPW>([^<]*)</newPW>")]
    private static partial Regex NewPasswordIn();
}
