using EppClient.Tests.Architecture.Code;
using Mono.Cecil;

namespace EppClient.Tests.Architecture.Rules;

/// <summary>An API that code in src must not use.</summary>
/// <param name="Pattern">A namespace (<c>System.Xml.Linq.*</c>), a type, or a member of a type.</param>
/// <param name="Reason">The reason, and what to use instead.</param>
internal sealed record ForbiddenUse(string Pattern, string Reason)
{
    private const string NoReflection = "Use generated code instead of reflection; it also works when trimmed.";
    private const string OnePass = "Messages are read and written in one pass.";
    private const string NeverBlock = "A call never blocks a thread: await.";

    /// <summary>The rules for code that runs in a user's process.</summary>
    public static IReadOnlyList<ForbiddenUse> AtRunTime { get; } =
    [
        .. For(OnePass, "System.Xml.XmlNode", "System.Xml.XmlElement", "System.Xml.XmlAttribute", "System.Xml.Linq.*"),
        .. For(
            NoReflection,
            "System.Activator",
            "System.Reflection.*",
            "System.Reflection.Emit.*",
            "System.Type.GetConstructor",
            "System.Type.GetField",
            "System.Type.GetFields",
            "System.Type.GetMethod",
            "System.Type.GetMethods",
            "System.Type.GetProperties",
            "System.Type.GetProperty",
            "System.Type.GetType",
            "System.Type.InvokeMember",
            "System.Type.MakeGenericType"),
    ];

    /// <summary>The rules for all code in src.</summary>
    public static IReadOnlyList<ForbiddenUse> Everywhere { get; } =
    [
        .. For(OnePass, "System.Xml.XmlDocument", "System.Xml.XPath.*", "System.Xml.Serialization.XmlSerializer"),
        .. For(
            NeverBlock,
            "System.Collections.Concurrent.BlockingCollection",
            "System.Net.Dns.GetHostAddresses",
            "System.Net.Dns.GetHostEntry",
            "System.Net.Security.SslStream.AuthenticateAsClient",
            "System.Net.Security.SslStream.AuthenticateAsServer",
            "System.Net.Sockets.Socket.Accept",
            "System.Net.Sockets.Socket.Connect",
            "System.Net.Sockets.Socket.Poll",
            "System.Net.Sockets.Socket.Receive",
            "System.Net.Sockets.Socket.Send",
            "System.Net.Sockets.TcpListener.AcceptSocket",
            "System.Net.Sockets.TcpListener.AcceptTcpClient",
            "System.Threading.Barrier",
            "System.Threading.CountdownEvent.Wait",
            "System.Threading.ManualResetEventSlim.Wait",
            "System.Threading.Monitor.Wait",
            "System.Threading.SemaphoreSlim.Wait",
            "System.Threading.SpinLock",
            "System.Threading.SpinWait",
            "System.Threading.Tasks.Task.RunSynchronously",
            "System.Threading.Tasks.Task.Wait",
            "System.Threading.Tasks.Task.WaitAll",
            "System.Threading.Tasks.Task.WaitAny",
            "System.Threading.Tasks.Task.get_Result",
            "System.Threading.Tasks.ValueTask.get_Result",
            "System.Threading.Thread.Join",
            "System.Threading.Thread.Sleep",
            "System.Threading.Thread.SpinWait",
            "System.Threading.WaitHandle.WaitAll",
            "System.Threading.WaitHandle.WaitAny",
            "System.Threading.WaitHandle.WaitOne"),
    ];

    // MemberInfo declares Type.Name; an assembly returns its embedded files.
    private static readonly HashSet<string> Harmless =
    [
        "System.Reflection.MemberInfo",
        "System.Reflection.MemberInfo.get_Name",
        "System.Reflection.Assembly",
        "System.Reflection.Assembly.GetManifestResourceNames",
        "System.Reflection.Assembly.GetManifestResourceStream",
    ];

    public static IReadOnlyList<string> Violations(ModuleDefinition module, IReadOnlyList<ForbiddenUse> rules)
    {
        var byPattern = rules.ToLookup(rule => rule.Pattern, StringComparer.Ordinal);
        return
        [
            // Attributes are only data: the compiler itself emits some of System.Reflection.
            .. CodeReader.Uses(module)
                .Where(use => !use.InAttribute)
                .SelectMany(use => PatternsOf(use).SelectMany(pattern => byPattern[pattern]).Select(forbidden => (Use: use, forbidden.Reason)))
                .Where(found => !Harmless.Contains(found.Use.UsedText) && !IsGenerated(module, found.Use.User.Outermost))
                .Select(found => $"{found.Use}: {found.Reason}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string[] PatternsOf(CodeUse use) => [use.UsedText, use.Used.ToString(), $"{use.Used.Namespace}.*"];

    /// <summary>The platform's JSON generator emits code that is safe for trimming, although it can return members on request.</summary>
    private static bool IsGenerated(ModuleDefinition module, TypeName type) =>
        module.GetType(type.Namespace, type.Name)?.BaseType?.FullName == "System.Text.Json.Serialization.JsonSerializerContext";

    private static IEnumerable<ForbiddenUse> For(string reason, params string[] patterns) => patterns.Select(pattern => new ForbiddenUse(pattern, reason));
}
