namespace EppClient.IntegrationTests.Registry.Wire;

/// <summary>Messages in the form of another client.</summary>
internal static class RawMessages
{
    public const string Hello = "<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><hello/></epp>";
    public const string Logout = "<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><command><logout/><clTRID>ABC-9</clTRID></command></epp>";

    public const string SecDns = "urn:ietf:params:xml:ns:secDNS-1.1";
    public const string Dkhm45 = "urn:dkhm:params:xml:ns:dkhm-4.5";

    public static string Login(string user, string password, params IReadOnlyList<string> extensions) => Command($"""
        <login><clID>{user}</clID><pw>{password}</pw><options><version>1.0</version><lang>en</lang></options>
        <svcs><objURI>urn:ietf:params:xml:ns:domain-1.0</objURI>{Announce(extensions)}</svcs></login>
        """);

    public static string Command(string body, string? extension = null) => $"""
        <epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><command>{body}{(extension is null ? "" : $"<extension>{extension}</extension>")}<clTRID>ABC-1</clTRID></command></epp>
        """;

    public static string Domain(string verb, string body, string? extension = null) =>
        Command($"<{verb}><d:{verb} xmlns:d='urn:ietf:params:xml:ns:domain-1.0'>{body}</d:{verb}></{verb}>", extension);

    public static string DomainInfo(string name) => Domain("info", $"<d:name>{name}</d:name>");

    public static string Dkhm(string localName, string value, string version = "4.5") =>
        $"<k:{localName} xmlns:k='urn:dkhm:params:xml:ns:dkhm-{version}'>{value}</k:{localName}>";

    private static string Announce(IReadOnlyList<string> extensions) =>
        extensions.Count == 0 ? string.Empty : $"<svcExtension>{string.Concat(extensions.Select(uri => $"<extURI>{uri}</extURI>"))}</svcExtension>";
}
