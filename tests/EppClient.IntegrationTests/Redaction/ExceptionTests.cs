using EppClient.Commands.Contact;
using EppClient.Commands.Domain;
using EppClient.IntegrationTests.HostileServers;
using EppClient.IntegrationTests.Services;
using EppClient.Protocol;

namespace EppClient.IntegrationTests.Redaction;

/// <summary>Every kind of exception, each brought about with secrets at hand that it could show.</summary>
public sealed class ExceptionTests
{
    private const string Secret = "PLANT900001X";

    private const string Echo = $"<value><pw>{Secret}</pw></value><extValue><value><pw>{Secret}</pw></value><reason>No</reason></extValue>";

    private static readonly Dictionary<Type, Func<Task>> Provocations = new()
    {
        [typeof(EppAuthenticationException)] = () => AgainstAsync(request => Is(request, "login") ? ServiceRegistry.Answer(request, 2200, inResult: Echo) : null),
        [typeof(EppCommandException)] = () => AgainstAsync(request => Is(request, "create") ? ServiceRegistry.Answer(request, 2005, inResult: Echo) : null),
        [typeof(EppProtocolException)] = () => AgainstAsync(request => Is(request, "create") ? $"<epp><pw>{Secret}</pw>" : null),
        [typeof(EppNegotiationException)] = () => AgainstAsync(_ => null, options => options with { LoginSecurity = EppLoginSecurity.Required }),
        [typeof(EppValidationException)] = () => AgainstAsync(_ => null, command: new ContactCreate
        {
            Id = "H-1",
            PostalInfo = [],
            Voice = Secret,
            Email = Secret,
            AuthInfo = ContactAuthInfo.FromPassword(Secret),
        }),
        [typeof(EppConnectionException)] = () => AgainstServerAsync(async connection =>
        {
            await connection.OpenAsync();
            await connection.ReceiveAsync();
            connection.Reset();
        }),
        [typeof(EppTimeoutException)] = () => AgainstServerAsync(connection => connection.StallAsync()),
    };

    public static TheoryData<Type> Kinds => [.. Provocations.Keys];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Kinds))]
    public async Task No_exception_shows_a_secret(Type kind)
    {
        var failure = await Record.ExceptionAsync(Provocations[kind]);

        failure.Should().BeOfType(kind);
        failure!.ToString().Should().NotContain(Secret);
        failure.Data.Values.Cast<object?>().Select(value => value?.ToString()).Should().NotContain(text => text!.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_of_exception_is_provoked() =>
        typeof(EppException).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Exception)) && !type.IsAbstract)
            .Should().BeSubsetOf(Provocations.Keys, "a new kind of exception needs a provocation here");

    private static bool Is(string request, string verb) => request.Contains($"<{verb}", StringComparison.Ordinal);

    private static DomainCreate Create() => new() { Name = "a.example", AuthInfo = DomainAuthInfo.FromPassword(Secret) };

    private static async Task AgainstAsync(Func<string, string?> answer, Func<EppOptions, EppOptions>? change = null, IEppCommand? command = null)
    {
        await using var registry = new ServiceRegistry(Wire.Greeting, answer);
        await using var pool = registry.Connect(options => (change?.Invoke(options) ?? options) with { Password = Secret });
        await pool.SendAsync(command ?? Create());
    }

    private static async Task AgainstServerAsync(Func<HostileConnection, Task> script)
    {
        await using var server = HostileServer.Start(script);
        await using var pool = Client.For(server, options => options with { Password = Secret });
        await pool.SendAsync(Create(), new EppSendOptions { Timeout = Client.Short });
    }
}
